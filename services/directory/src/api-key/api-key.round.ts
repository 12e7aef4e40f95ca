import { type Platform, type RequestContext, type Round, sql, systemActor } from '@gongjian/platform';
import { ApiKey } from './api-key.entity.ts';

/** Two weeks: somebody has to find whoever runs the program, and a day on which to change the key. */
const WARN_DAYS = 14;

/** Tells administrators of keys that end soon. */
export const apiKeyRound: Round = {
  name: 'ending api keys',
  everySeconds: 300,
  run: (platform, now) => warnOfEndingKeys(platform, now),
};

export async function warnOfEndingKeys(platform: Platform, now: Date): Promise<void> {
  const before = new Date(now.getTime() + WARN_DAYS * 86_400_000);
  const rows = (await platform.dataSource.query('select directory.tenants_with_ending_keys($1) as "tenantId"', [before])) as { tenantId: string }[];
  for (const { tenantId } of rows) await platform.run(systemActor(tenantId), { now, operation: 'apiKey.warn' }, (ctx) => warn(ctx, before));
}

async function warn(ctx: RequestContext, before: Date): Promise<void> {
  ctx.authorize('update', ApiKey);
  const keys = await ctx.find(ApiKey, { where: [sql`t.revoked_at is null`, sql`t.warned_at is null`, sql`t.expires_at <= ${before}`], lock: 'update' });
  for (const key of keys) {
    ctx.tell({
      kind: 'API_KEY_ENDING',
      audience: [{ organisationId: key.organisationId, roles: ['ORGANISATION_ADMINISTRATOR'] }],
      params: { name: key.name, prefix: key.prefix, until: { at: key.expiresAt.toISOString() } },
      about: { type: 'ApiKey', id: key.id },
      link: '/developers',
    });
  }
  await ctx.query(sql`update directory.api_key set warned_at = ${ctx.now} where id = any(${keys.map(({ id }) => id)}::uuid[])`);
}
