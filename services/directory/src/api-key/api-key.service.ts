import { DomainError, newKey, Platform, type RequestContext, rolesOfScopes, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { provenLately } from '../own-data/own-data.queries.ts';
import { RoleGrant } from '../person/role-grant.entity.ts';
import { ApiKey } from './api-key.entity.ts';
import type { CreateApiKeyInput, RotateApiKeyInput } from './api-key.inputs.ts';

const HOUR = 3_600_000;
/** More than any organisation has programs. */
const MOST = 20;

export interface NewApiKey {
  key: ApiKey;
  secret: string;
}

@Injectable()
export class ApiKeyService {
  constructor(private readonly platform: Platform) {}

  async list(ctx: RequestContext): Promise<ApiKey[]> {
    return ctx.find(ApiKey, { orderBy: [{ by: 'createdAt', desc: true }], limit: 500 });
  }

  async create(ctx: RequestContext, { name, scopes, days }: CreateApiKeyInput): Promise<NewApiKey> {
    const { organisationId, personId: createdById } = ctx.actor;
    ctx.authorize('create', ApiKey);
    ctx.authorize('create', Object.assign(new ApiKey(), { organisationId }));
    // A key acts with a role: whoever may not give that role to a person gives it to no program.
    for (const role of rolesOfScopes(scopes)) ctx.authorize('grant', Object.assign(new RoleGrant(), { organisationId, role }));
    await requireProof(ctx);
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`keys ${organisationId}`}, 0))`);
    const known = await ctx.find(ApiKey, { where: [sql`t.organisation_id = ${organisationId}`, sql`t.revoked_at is null`, sql`t.expires_at > ${ctx.now}`] });
    if (known.length >= MOST) throw new DomainError('API_KEYS_ENOUGH', { most: MOST });
    if (known.some((key) => key.name === name)) throw new DomainError('API_KEY_NAME_TAKEN', {}, { field: 'input.name' });

    const { token, prefix, hash } = newKey(this.platform.secrets);
    const [program] = await ctx.query<{ id: string }>(sql`select directory.register_program(${name}, ${ctx.now}) as id`);
    const [key] = await ctx.insert(ApiKey, { organisationId, personId: program!.id, name, scopes, prefix, secretHash: hash, expiresAt: inDays(ctx, days), previousPrefix: null, previousHash: null, previousUntil: null, createdById, revokedAt: null, revokedById: null, lastUsedAt: null, warnedAt: null });
    return { key: key!, secret: token };
  }

  /** The one that is good until now stays good for some hours, so that nothing stands still meanwhile. */
  async rotate(ctx: RequestContext, id: string, { days, keepHours }: RotateApiKeyInput): Promise<NewApiKey> {
    const key = await ctx.must(ApiKey, id, 'id', 'update');
    ctx.authorize('update', key);
    if (key.revokedAt) throw new DomainError('API_KEY_REVOKED');
    await requireProof(ctx);
    const { token, prefix, hash } = newKey(this.platform.secrets);
    const until = new Date(Math.min(ctx.now.getTime() + keepHours * HOUR, key.expiresAt.getTime()));
    const previous = until > ctx.now ? { previousPrefix: key.prefix, previousHash: key.secretHash, previousUntil: until } : { previousPrefix: null, previousHash: null, previousUntil: null };
    return { key: await ctx.update(key, { prefix, secretHash: hash, expiresAt: inDays(ctx, days), warnedAt: null, ...previous }), secret: token };
  }

  async revoke(ctx: RequestContext, id: string): Promise<ApiKey> {
    const key = await ctx.must(ApiKey, id, 'id', 'update');
    ctx.authorize('cancel', key);
    if (key.revokedAt) return key;
    return ctx.update(key, { revokedAt: ctx.now, revokedById: ctx.actor.personId, previousPrefix: null, previousHash: null, previousUntil: null });
  }
}

/** What is handed out here is good for months: not to whoever has sat down at an open screen. */
async function requireProof(ctx: RequestContext): Promise<void> {
  if (!(await provenLately(ctx))) throw new DomainError('PROOF_NEEDED');
}

const inDays = (ctx: RequestContext, days: number): Date => new Date(ctx.now.getTime() + days * 24 * HOUR);
