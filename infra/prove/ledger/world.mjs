import { foundConsortium } from '../common/people.mjs';
import { Lending, sideOf } from '../common/lending.mjs';

const hours = (amount, per, more = {}) => ({ quota: { amount, unit: 'MACHINE_HOURS', per }, ...more });

/** Every way in which a clause can count: by week, month, year or in all, refused or with consent beyond it, or without a limit. */
const WAYS = [hours(8, 'WEEK'), hours(20, 'MONTH', { beyondQuota: 'APPROVE' }), {}, hours(60, 'YEAR'), hours(300, 'WHOLE', { beyondQuota: 'APPROVE' })];
/** Each way several times, so that the operations do not all wait for one account; some still want the same one. */
const WITHIN = Array.from({ length: 6 }, () => WAYS).flat();
const ACROSS = Array.from({ length: 4 }, () => WAYS.slice(0, 2)).flat();
const MACHINES = 2;

/**
 * An enterprise that lends to a school of its own consortium and to one of another: two agreements whose clauses each
 * speak of a pool of their own. Its books stand in its own consortium for both.
 */
export async function buildWorld(product) {
  const [books, away] = [await foundConsortium(product, '额度验证联合体'), await foundConsortium(product, '外来验证联合体')];
  const giver = await sideOf(books, await books.member('额度精密制造有限公司'), '企方');
  const [within, across] = [new Lending(giver, await sideOf(books, books.lead, '校方')), new Lending(giver, await sideOf(away, away.lead, '外校'))];
  const pools = [];
  for (const [lending, clauses] of [[within, WITHIN], [across, ACROSS]]) {
    const uses = [];
    for (const [number, terms] of clauses.entries()) {
      const resourceIds = [];
      for (let machine = 0; machine < MACHINES; machine++) resourceIds.push(await lending.machine(`${lending.isAcross ? '外' : '内'}借机床${number}-${machine}`));
      const name = `${lending.isAcross ? '外' : '内'}借池${number}`;
      uses.push(lending.use((await lending.pool(name, resourceIds)).id, terms));
      pools.push({ lending, resourceIds });
    }
    await lending.signed(uses);
  }
  return { giver, within, across, pools, tenantId: books.id };
}
