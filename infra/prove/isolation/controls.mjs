import { as } from '../../test/product.mjs';
import { read } from './reads.mjs';
import { Judge } from './judge.mjs';
import { Trial } from './trial.mjs';

/** Every policy of a table, as it has to be put back. */
const policies = (table) => `select polname as name, pg_get_expr(polqual, polrelid) as shown from pg_policy where polrelid = '${table}'::regclass and polqual is not null and polcmd in ('r', '*')`;

async function opening(client, table) {
  const { rows } = await client.query(policies(table));
  for (const { name } of rows) await client.query(`alter policy "${name}" on ${table} using (true)`);
  return async () => {
    for (const { name, shown } of rows) await client.query(`alter policy "${name}" on ${table} using (${shown})`);
  };
}

/** What is broken in turn, and where the proof has to notice. Each is put right again afterwards. */
export const CONTROLS = {
  'the policy of resources opened': { asks: ['resource', 'resources'], who: 'FOREIGN', break: (client) => opening(client, 'scheduling.resource') },
  'the policy of bookings opened': { asks: ['booking', 'bookings'], who: 'FOREIGN', break: (client) => opening(client, 'scheduling.booking') },
  'row-level security of agreements turned off': {
    asks: ['agreement', 'agreements'],
    who: 'FOREIGN',
    break: async (client) => {
      await client.query('alter table directory.agreement disable row level security');
      return () => client.query('alter table directory.agreement enable row level security');
    },
  },
  'the end of grants forgotten': {
    asks: ['resource', 'sharedThings'],
    who: 'FOREIGN_EXPIRED',
    break: async (client) => {
      await client.query('set session_replication_role = replica');
      const tables = ['directory.access_grant', 'scheduling.reach'];
      for (const table of tables) await client.query(`create table public.kept_${table.split('.')[1]} as select tenant_id, id, valid_until from ${table} where valid_until < now()`);
      for (const table of tables) await client.query(`update ${table} set valid_until = now() + interval '1 day' where valid_until < now()`);
      return async () => {
        for (const table of tables) {
          await client.query(`update ${table} t set valid_until = k.valid_until from public.kept_${table.split('.')[1]} k where k.tenant_id = t.tenant_id and k.id = t.id`);
          await client.query(`drop table public.kept_${table.split('.')[1]}`);
        }
        await client.query('set session_replication_role = origin');
      };
    },
  },
  'a role given to whom it does not belong': {
    asks: ['bookings', 'booking', 'imports', 'invitations'],
    who: 'SIBLING',
    roles: ['TEACHER'],
    break: async (client, { person }) => {
      const { rows } = await client.query(`update directory.role_grant set role = 'SECRETARY' where person_id = $1 returning tenant_id, id`, [person]);
      return () => client.query(`update directory.role_grant set role = 'TEACHER' where id = any($1)`, [rows.map(({ id }) => id)]);
    },
  },
};

/** What those see who work with what a consortium shares: administrators see none of it, whatever is broken. */
const WORKING = /^(SECRETARY|PARK_ADMINISTRATOR|COUNCIL_MEMBER|ORGANISATION_ADMINISTRATOR|RESOURCE_KEEPER|TEACHER|ENGINEER|COORDINATOR|AUDITOR)$/;

/** @returns the leaks that a seeded fault made, and those that were left when it was put right */
export async function control(trial, name) {
  const { asks, who, roles, break: seed } = CONTROLS[name];
  const actors = trial.actors.filter(({ relation, role }) => relation === who && (roles ? roles.includes(role) : WORKING.test(role)));
  // With --roles there may be nobody of them.
  if (actors.length === 0) return null;
  const again = async () => {
    const other = new Trial({ ...trial, judge: new Judge(trial.records), faults: new Map() });
    await read(other, actors, (field) => asks.includes(field), { shallow: true });
    return other.judge.leaks.length;
  };
  return as(trial.database.url, async (client) => {
    const mend = await seed(client, actors[0]);
    let broken;
    try {
      // Who may what is remembered for two seconds.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      broken = await again();
    } finally {
      await mend();
    }
    await new Promise((resolve) => setTimeout(resolve, 2500));
    return { broken, mended: await again() };
  });
}
