import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/**
 * PostGraphile on the tables and policies of the product, in the runtime role, as somebody who is always the same: it reads no session.
 * Subgraphs have no foreign keys between them, so what belongs together is told.
 */
const { connectionString, settings, port } = JSON.parse(process.env.PEER);

const references = (column, table, name) => ({ foreignKey: `(${column}) references ${table} (id)|@fieldName ${name}` });

const preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [tags({
    'scheduling.booking': references('organisation_id', 'directory.organisation', 'organisation'),
    'scheduling.resource': references('owner_id', 'directory.organisation', 'owner'),
  })],
  pgServices: [makePgService({ connectionString, schemas: ['scheduling', 'directory'], poolConfig: { max: 20 } })],
  grafast: { context: () => ({ pgSettings: settings }) },
  grafserv: { graphqlPath: '/graphql', graphiql: false },
};

function tags(byTable) {
  return {
    name: 'ReadsTagsPlugin',
    version: '1.0.0',
    gather: {
      hooks: {
        pgIntrospection_introspection(_info, { introspection }) {
          for (const [table, added] of Object.entries(byTable)) {
            const [schema, name] = table.split('.');
            const found = introspection.classes.find((one) => one.relname === name && one.getNamespace()?.nspname === schema);
            if (!found) throw new Error(`there is no ${table}`);
            Object.assign(found.getTags(), added);
          }
        },
      },
    },
  };
}

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
