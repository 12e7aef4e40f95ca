import { as } from '../../test/product.mjs';
import { foundConsortium } from '../../prove/common/people.mjs';

const CREATE_RESOURCE = 'mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }';

/**
 * A consortium with so many resources: the first is made as people make it, the others are copies of it.
 * @param {string} change SQL assignments for resource number `n`, counted from 0
 * @returns {Promise<{ consortium: object, tenantId: string, organisationId: string, personCookie: string, personId: string, resourceIds: string[] }>} resources by number
 */
export async function prepareGround(product, database, count, change = "name = 'R' || n") {
  const consortium = await foundConsortium(product, '测量联合体');
  const organisationId = consortium.lead.id;
  const { cookie, personId } = await consortium.person(['PARK_ADMINISTRATOR'], organisationId);
  const input = { kind: 'EQUIPMENT', name: 'R0', ownerId: organisationId, horizonDays: 730, maxMinutes: 1440 };
  const { createResource } = await consortium.secretary.run(CREATE_RESOURCE, { input });
  const resourceIds = await as(database.url, (client) => multiply(client, createResource.id, count, change));
  return { consortium, tenantId: consortium.id, organisationId, personCookie: cookie, personId, resourceIds };
}

async function multiply(client, templateId, count, change) {
  const { rows } = await client.query(`select column_name as name from information_schema.columns where table_schema = 'scheduling' and table_name = 'resource' and is_generated = 'NEVER' and column_name <> 'id'`);
  const columns = rows.map(({ name }) => client.escapeIdentifier(name)).join(', ');
  await client.query(`create temp table numbered as select case n when 0 then $1::uuid else gen_random_uuid() end as id, n::int from generate_series(0, $2::int - 1) n`, [templateId, count]);
  await client.query(`insert into scheduling.resource (id, ${columns}) select numbered.id, ${columns} from numbered, (select ${columns} from scheduling.resource where id = $1) template where n > 0`, [templateId]);
  await client.query(`update scheduling.resource r set ${change} from numbered where numbered.id = r.id`);
  const ids = await client.query('select id from numbered order by n');
  await client.query('drop table numbered');
  await client.query('vacuum analyze scheduling.resource');
  return ids.rows.map(({ id }) => id);
}
