import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Platform, rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';
import { scheduling, settleUses } from '../../../services/scheduling/dist/index.js';
import { as } from '../../test/product.mjs';

const PLACES = 3000;

/** Puts the operations of the proof into a schema of their own, and says what the clauses in force allow. */
export function prepareMass({ url }, { tenantId, within, across }) {
  const app = rolesOf(url).app;
  return as(url, async (client) => {
    await client.query(readFileSync(join(import.meta.dirname, 'mass.sql'), 'utf8'));
    await client.query(`grant usage on schema proof to ${client.escapeIdentifier(app)}; grant all on all tables in schema proof to ${client.escapeIdentifier(app)}`);
    await client.query(
      `insert into proof.clause select g.id, row_number() over (partition by g.taker_home_id order by g.id) - 1, g.tenant_id, g.taker_home_id <> g.tenant_id, coalesce(g.terms -> 'quota' ->> 'per', 'WHOLE'), (g.terms -> 'quota' ->> 'amount')::int * 60, g.terms ->> 'beyondQuota' = 'APPROVE', (g.valid_from at time zone 'Asia/Shanghai')::date
       from directory.access_grant g where g.tenant_id = $1 and g.giver_home_id = $1 and g.kind = 'RESOURCE_USE'`,
      [tenantId],
    );
    for (const [far, { taker }] of [[false, within], [true, across]]) {
      await client.query(`insert into proof.place select n, $1, $2, $3, $4 from generate_series(0, $5::int - 1) n where (n % 5 = 0) = $4`, [taker.consortium.id, taker.id, taker.who.personId, far, PLACES]);
    }
    const { rows } = await client.query('select count(*)::int as clauses, count(*) filter (where quota is null)::int as unlimited, count(*) filter (where across)::int as across from proof.clause');
    return rows[0];
  });
}

/** So many operations by so many connections at once, as the product's runtime role, with the product's round beside them. */
export async function runMass(bed, database, { tenantId }, { operations, connections, seed }) {
  const appUrl = urlAs(database.url, rolesOf(database.url).app, new Secrets(database.secretKey));
  const settling = keepSettling(bed, appUrl, database, tenantId);
  const started = performance.now();
  const telling = setInterval(() => void progress(bed, database, started), 30_000);
  const planning = keepPlanning(bed, database);
  try {
    await Promise.all(Array.from({ length: connections }, (_, number) => as(appUrl, (client) => client.query('call proof.operate($1::int, $2::int, $3::float8)', [number, Math.ceil(operations / connections), ((seed + number * 7919) % 1000) / 1000]))));
  } finally {
    clearInterval(telling);
    await planning.stop();
  }
  const seconds = (performance.now() - started) / 1000;
  return { seconds, rounds: await settling.stop() };
}

/** Tables that were empty a moment ago: what is planned once has to be planned for what they hold now. */
function keepPlanning(bed, { url }) {
  const turn = { going: true };
  const running = as(url, async (client) => {
    for (let pause = 500; turn.going && !bed.stopping; pause = Math.min(15_000, pause * 1.5)) {
      await client.query('analyze scheduling.booking, scheduling.grant_use, scheduling.ledger_entry, scheduling.ledger_balance, proof.place');
      for (let waited = 0; waited < pause && turn.going; waited += 100) await wait(100);
    }
  });
  return {
    stop: () => {
      turn.going = false;
      return running;
    },
  };
}

async function progress(bed, database, started) {
  await as(database.url, async (client) => {
    const { rows } = await client.query(`select coalesce(sum(times), 0)::int as done from proof.outcome where what <> 'deadlock'`);
    bed.say(`${rows[0].done} operations, ${Math.round((performance.now() - started) / 1000)} s`);
  }).catch(() => undefined);
}

/** The product's own round that enters what was used, again and again. */
function keepSettling(bed, appUrl, database, tenantId) {
  const turn = { going: true };
  const run = async () => {
    const platform = await Platform.open(appUrl, database.secretKey, [scheduling], 2, { publicUrl: 'http://localhost' });
    let [rounds, faults] = [0, 0];
    try {
      while (turn.going && !bed.stopping) {
        await settleUses(platform, new Date(), tenantId).then(() => rounds++, (error) => {
          faults++;
          bed.say(`the round: ${error}`);
        });
        await wait(200);
      }
    } finally {
      await platform.close();
    }
    return { rounds, faults };
  };
  const running = run();
  return {
    stop: () => {
      turn.going = false;
      return running;
    },
  };
}

export function outcomes({ url }) {
  return as(url, async (client) => {
    const counts = (await client.query('select what, sum(times)::int as times from proof.outcome group by what order by what')).rows;
    const faults = (await client.query('select state, message, operation from proof.fault')).rows;
    return { counts: Object.fromEntries(counts.map(({ what, times }) => [what, times])), faults };
  });
}
