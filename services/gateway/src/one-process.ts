import { createHost, executeOperation, type Host, mailSettings, mountGraph, Platform, secretsOf, type Settings, typeDefsOf } from '@gongjian/platform';
import type { PreparedDatabase } from './database.ts';
import { seedDemo } from './demo/demo.ts';
import { authenticator, firstOperator, furnish, isSecure, openPorter } from './door.ts';
import { refuseBadAddress } from './headers.ts';
import { joinSchemas } from './join.ts';
import { runner } from './run.ts';
import { subgraphs } from './subgraphs.ts';

export interface Product {
  host: Host;
  stop(): Promise<void>;
}

/** The whole product in this process, with everything sown that a new database needs; it does not listen yet. */
export async function openProduct(settings: Settings, database: PreparedDatabase): Promise<Product> {
  const platform = await Platform.open(database.appUrl, secretsOf(settings), subgraphs, settings.DATABASE_POOL, mailSettings(settings), settings.AUDIT_MONTHS, settings.OUTGOING_NETWORKS);
  const porter = await openPorter(settings, database.authUrl);
  const host = await createHost(platform, subgraphs, authenticator(porter), { frameworkErrors: refuseBadAddress(isSecure(settings)) });
  const schema = joinSchemas(subgraphs.map((subgraph) => ({ name: subgraph.name, typeDefs: typeDefsOf(subgraph), schema: host.schemas.get(subgraph.name)! })));
  const run = runner(schema);
  await mountGraph(host.fastify, schema, (operation) => executeOperation(platform, operation, run), { production: settings.NODE_ENV === 'production', catalogue: platform.catalogue });
  await furnish(host.fastify, porter, settings, async () => void (await platform.dataSource.query('select 1')));
  await platform.work();
  await host.fastify.ready();
  await firstOperator(porter, settings);
  if (settings.DEMO) {
    const stage = { fastify: host.fastify, resolve: (token: string) => porter.sessions.resolve(token), execute: (operation: Parameters<typeof executeOperation>[1]) => executeOperation(platform, operation, run) };
    await seedDemo(stage, porter.authPool);
  }
  return {
    host,
    stop: async () => {
      await host.app.close();
      await platform.close();
      await porter.stop();
    },
  };
}
