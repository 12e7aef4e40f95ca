import { type News, type NewsSource, sql, versionAfter } from '@gongjian/platform';

interface Row {
  subjectId: string;
  id: string;
  version: number;
  personal: boolean;
  organisationIds: string[];
}

/**
 * Who belongs to the consortium is known to all of its members; what becomes of a person's roles, to the organisation that they
 * are held for.
 */
export const directoryNews: NewsSource = {
  types: ['Membership', 'RoleGrant', 'Suspension'],
  async tell(ctx, changes) {
    const tenantId = ctx.currentTenant;
    const ids = (type: string) => changes.filter((change) => change.type === type).map(({ id }) => id);
    const rows = await ctx.query<Row>(sql`
      select m.id as "subjectId", m.id, m.version, false as personal, array[m.organisation_id] as "organisationIds"
      from directory.membership m where m.tenant_id = ${tenantId} and m.id = any(${ids('Membership')}::uuid[])
      union all
      select g.id, g.person_id, null, true, array[g.organisation_id]
      from directory.role_grant g where g.tenant_id = ${tenantId} and g.id = any(${ids('RoleGrant')}::uuid[])
      union all
      select s.id, m.id, m.version, false, array[m.organisation_id]
      from directory.suspension s join directory.membership m on m.tenant_id = s.tenant_id and m.organisation_id = s.organisation_id
      where s.tenant_id = ${tenantId} and s.id = any(${ids('Suspension')}::uuid[])
      union all
      select s.id, s.person_id, null, true, array(select g.organisation_id from directory.role_grant g where g.tenant_id = s.tenant_id and g.person_id = s.person_id)
      from directory.suspension s where s.tenant_id = ${tenantId} and s.person_id is not null and s.id = any(${ids('Suspension')}::uuid[])`);
    const bySubject = new Map(rows.map((row) => [row.subjectId, row]));
    return changes.flatMap((change): News[] => {
      const row = bySubject.get(change.id);
      if (!row) return [];
      const version = change.type === 'Membership' ? (versionAfter(change) ?? row.version) : row.version;
      return [{ change, event: row.personal ? 'PERSON_CHANGED' : 'MEMBERSHIP_CHANGED', id: row.id, version, organisationIds: row.personal ? row.organisationIds : 'ALL' }];
    });
  },
};
