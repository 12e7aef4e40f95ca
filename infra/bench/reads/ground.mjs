import { as } from '../../test/product.mjs';
import { fillBookings } from '../booking/fill.mjs';
import { prepareGround } from '../booking/ground.mjs';

const MEMBERS = 12;

/** A park of a dozen organisations, whose machines and bookings are spread over all of them. */
export async function prepareReads(product, database, { resources, bookings }) {
  const ground = await prepareGround(product, database, resources, `name = '设备 ' || lpad(n::text, 4, '0'), name_key = lpad(n::text, 4, '0'), model = 'M' || n % 50`);
  const filled = await fillBookings(database, ground, bookings);
  const members = [ground.organisationId];
  for (let number = 1; number < MEMBERS; number++) members.push((await ground.consortium.member(`示例成员单位${number}`)).id);
  await as(database.url, async (client) => {
    await client.query('set session_replication_role = replica');
    const one = (column) => `($1::uuid[])[1 + abs(hashtext(${column}::text)) % ${MEMBERS}]`;
    await client.query(`update scheduling.resource set owner_id = ${one('id')}`, [members]);
    await client.query('update scheduling.allocation a set owner_id = r.owner_id from scheduling.resource r where r.tenant_id = a.tenant_id and r.id = a.resource_id');
    await client.query(`update scheduling.booking set organisation_id = ${one('id')}, attendees = 10 + abs(hashtext(id::text)) % 40`, [members]);
    await client.query('vacuum analyze scheduling.resource, scheduling.allocation, scheduling.booking, directory.organisation, directory.membership');
  });
  return { ...ground, filled };
}
