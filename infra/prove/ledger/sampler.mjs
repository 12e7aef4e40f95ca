import { setTimeout as wait } from 'node:timers/promises';
import { as } from '../../test/product.mjs';

/** Whole accounts are added up in between, one at a time. */
const EVERY = 25;

/** Looks at all balances again and again while they are being changed: what anybody could have read. */
export function startSampler(bed, { url }) {
  const seen = { samples: 0, balances: 0, negative: 0, torn: 0, added: 0, apart: 0, lowest: Infinity };
  const turn = { going: true };
  const running = as(url, async (client) => {
    while (turn.going && !bed.stopping) {
      const { rows: [row] } = await client.query(`
        select count(*)::int as balances, coalesce(min(available), 0) as lowest,
          count(*) filter (where least(allotted, beyond, available, reserved, used) < 0)::int as negative, count(*) filter (where allotted + beyond <> available + reserved + used)::int as torn
        from scheduling.ledger_balance`);
      seen.samples++;
      seen.balances += row.balances;
      seen.negative += row.negative;
      seen.torn += row.torn;
      if (row.balances > 0) seen.lowest = Math.min(seen.lowest, row.lowest);
      if (seen.samples % EVERY === 0) await addUp(client, seen);
      await wait(40);
    }
  });
  return {
    stop: async () => {
      turn.going = false;
      await running;
      return seen;
    },
  };
}

/** One account and its lines, in one statement and so of one moment. */
async function addUp(client, seen) {
  const { rows } = await client.query(`
    with one as (select * from scheduling.ledger_balance order by random() limit 1)
    select one.available, coalesce(sum(case 'AVAILABLE' when e.credit then e.minutes when e.debit then -e.minutes else 0 end), 0)::int as added
    from one left join scheduling.ledger_entry e on e.tenant_id = one.tenant_id and e.grant_id = one.grant_id and e.period = one.period group by one.available`);
  seen.added += rows.length;
  seen.apart += rows.filter(({ available, added }) => available !== added).length;
}
