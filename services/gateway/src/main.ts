import { directory } from '@gongjian/directory';
import { createHost, executeOperation, mountGraph, Platform, readSettings, type Settings, typeDefsOf } from '@gongjian/platform';
import { scheduling } from '@gongjian/scheduling';
import { announce, untilStopped } from './console.ts';
import { prepareDatabase } from './database.ts';
import { authenticator, furnish, openPorter, settleIn } from './door.ts';
import { joinSchemas } from './join.ts';
import { runner } from './run.ts';

const subgraphs = [directory, scheduling];

/** The whole product in one process: database, subgraphs joined in memory, sessions, live events and the portal on one port. */
async function start(settings: Settings): Promise<{ url: string; stop(): Promise<void> }> {
  const database = await prepareDatabase(settings, subgraphs);
  const platform = await Platform.open(database.appUrl, settings.SECRET_KEY, subgraphs, settings.DATABASE_POOL);
  const porter = await openPorter(settings, database.authUrl);
  const host = await createHost(platform, subgraphs, authenticator(porter.sessions));
  const schema = joinSchemas(subgraphs.map((subgraph) => ({ name: subgraph.name, typeDefs: typeDefsOf(subgraph), schema: host.schemas.get(subgraph.name)! })));
  const run = runner(schema);
  await mountGraph(host.fastify, schema, (operation) => executeOperation(platform, operation, run), { production: settings.NODE_ENV === 'production', catalogue: platform.catalogue });
  await furnish(host.fastify, porter, settings, async () => void (await platform.dataSource.query('select 1')));
  await platform.jobs.work(platform);
  await host.fastify.ready();
  await settleIn(host.fastify, porter, settings);
  await host.app.listen(settings.PORT, settings.HOST);
  return {
    url: await host.app.getUrl(),
    stop: async () => {
      await host.app.close();
      await platform.close();
      await porter.stop();
      await database.stop();
    },
  };
}

await untilStopped(async () => {
  const settings = readSettings(process.env);
  const running = await start(settings);
  announce(settings, running.url);
  return running.stop;
});
