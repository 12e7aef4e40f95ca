const MOST = 3;

/**
 * The things of the target that questions are aimed at: some of each table, and those among them that each of the others has
 * something to do with.
 */
export function targetOf(records, { target, agreements, own, texts }, actors) {
  const lentMachines = Object.values(agreements).map(({ machine }) => machine);
  const special = {
    'scheduling.resource': [...lentMachines],
    'directory.agreement': Object.values(agreements).map(({ id }) => id),
    'scheduling.pool': Object.values(agreements).map(({ pool }) => pool),
    'directory.organisation': [target.organisation],
    'directory.person': [own.who.personId, ...actors.filter(({ relation }) => relation === 'OWN').slice(0, 2).map(({ person }) => person)],
  };
  const things = (table) => {
    const mine = table === 'directory.organisation' || table === 'directory.person' ? [] : records.of(table, target.id, target.organisation).map(({ id }) => id);
    const chosen = special[table] ?? [];
    // Those of the samples that differ most were made at different times.
    const some = mine.filter((id) => !chosen.includes(id)).filter((_id, index, list) => index % Math.max(1, Math.floor(list.length / MOST)) === 0).slice(0, MOST);
    return [...chosen, ...some];
  };
  const period = (grant) => records.all.find(({ table, row }) => table === 'scheduling.ledger_entry' && row.grant_id === grant)?.row.period;
  const grants = () => records.of('directory.access_grant', target.id, target.organisation).map(({ id }) => ({ id, period: period(id) ?? `${new Date().getFullYear()}-01-01` }));
  const organisation = records.byId.get(target.organisation).find(({ table }) => table === 'directory.organisation');
  const person = records.byId.get(own.who.personId).find(({ table }) => table === 'directory.person');
  const providers = () => records.all.filter(({ table, tenant }) => table === 'directory.identity_provider' && tenant === target.id).map(({ id, row }) => ({ id, code: row.code, domain: row.domains?.[0] }));
  const session = records.all.find(({ table, people }) => table === 'directory.session' && people.has(own.who.personId))?.id;
  const login = records.all.find(({ table, people }) => table === 'directory.account' && people.has(own.who.personId))?.row.login;
  return { ...target, things, providers, session, login, grants, sought: { ...texts, organisation: organisation.row.search ?? organisation.row.name, person: person.row.search ?? person.row.name } };
}

/** Who may know of a pool because an agreement of theirs names it. */
export function tellPools(records, actors) {
  for (const actor of actors) {
    actor.pools = new Set(records.all.filter(({ table, tenant, organisations, row }) => table === 'directory.clause' && row.pool_id && tenant === actor.tenant && (organisations.has(actor.organisation) || ['SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR'].includes(actor.role))).map(({ row }) => row.pool_id));
  }
}
