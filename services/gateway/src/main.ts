import { readSettings } from '@gongjian/platform';
import { announce, requireFreePort, untilStopped } from './console.ts';
import { prepareDatabase } from './database.ts';
import { openProduct } from './one-process.ts';
import { subgraphs } from './subgraphs.ts';

/** npm start: database, subgraphs joined in memory, sessions, live events and the portal, on one port in one process. */
await untilStopped(async () => {
  const settings = readSettings(process.env);
  await requireFreePort(settings);
  const database = await prepareDatabase(settings, subgraphs);
  const product = await openProduct(settings, database);
  await product.host.app.listen(settings.PORT, settings.HOST);
  announce(settings, await product.host.app.getUrl());
  return async () => {
    await product.stop();
    await database.stop();
  };
});
