import { DomainError, type RequestContext, sql } from '@gongjian/platform';
import { Resource } from './resource.entity.ts';

interface Change {
  after: Record<string, unknown>;
  at: Date;
  name: string | null;
}

/** Tells whoever knew an older version what has become of the record since, by whom and when. The audit log knows. */
export async function staleResource(ctx: RequestContext, id: string, knownVersion: number): Promise<DomainError> {
  const changes = await ctx.query<Change>(sql`
    select l.after, l.at, p.name from platform.audit_log l left join directory.consortium_person p on p.tenant_id = l.tenant_id and p.person_id = l.person_id
    where l.tenant_id = ${ctx.currentTenant} and l.subject_type = 'Resource' and l.subject_id = ${id} and l.after ? 'version' and (l.after ->> 'version')::int > ${knownVersion}
    order by l.at, l.entry_id, l.ordinal`);
  const current = await ctx.must(Resource, id, 'id');
  const fields = [...new Set(changes.flatMap(({ after }) => Object.keys(after)))].filter((field) => field !== 'version');
  const last = changes.at(-1);
  return new DomainError('STALE_VERSION', {}, {
    details: {
      current: { id, version: current.version, ...Object.fromEntries(fields.filter((field) => !field.endsWith('Sealed')).map((field) => [field, current[field as keyof Resource] ?? null])) },
      changedFields: fields.map((field) => (field.endsWith('Sealed') ? 'personalData' : field)),
      changedBy: last?.name ?? null,
      changedAt: (last?.at ?? current.updatedAt).toISOString(),
    },
  });
}
