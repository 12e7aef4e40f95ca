import { beginRotation, type KeyState, logger, Platform, type RequestContext, settleKeys, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { DataKey } from './data-protection.permissions.ts';

interface KeyRow {
  number: number;
  state: KeyState;
  createdAt: Date;
  destroyedAt: Date | null;
  settledAt: Date | null;
  todo: number;
  done: number;
}

export interface DataKeys {
  active: KeyRow | null;
  history: KeyRow[];
  rotating: boolean;
  todo: number;
  done: number;
}

/** The keys that a consortium seals with. What they are themselves nobody is shown. */
@Injectable()
export class DataKeyService {
  constructor(private readonly platform: Platform) {}

  async keys(ctx: RequestContext): Promise<DataKeys | null> {
    if (!ctx.can('read', DataKey)) return null;
    // A consortium that has sealed nothing yet has none before somebody looks.
    await ctx.keys().catch(() => undefined);
    const history = await ctx.query<KeyRow>(sql`
      select number, state, created_at as "createdAt", destroyed_at as "destroyedAt", settled_at as "settledAt", todo, done from platform.data_key
      where tenant_id = ${ctx.currentTenant} and number > 0 order by number desc limit 50`);
    const active = history.find(({ state }) => state === 'ACTIVE') ?? null;
    return { active, history, rotating: active !== null && active.settledAt === null, todo: active?.todo ?? 0, done: active?.done ?? 0 };
  }

  async rotate(ctx: RequestContext): Promise<DataKeys | null> {
    ctx.authorize('secure', DataKey);
    const number = await beginRotation(ctx, this.platform);
    ctx.audit('create', { type: 'DataKey', id: String(number) });
    ctx.changed('DataKey', [String(number)]);
    const tenantId = ctx.currentTenant;
    ctx.afterwards(() => void this.settle(tenantId));
    return this.keys(ctx);
  }

  /** Begun here and now; should this process end before it is through, a round of any other goes on with it. */
  private async settle(tenantId: string): Promise<void> {
    try {
      await this.platform.asSystem(tenantId, { operation: 'keys.settle' }, (ctx) => settleKeys(ctx, this.platform));
    } catch (error) {
      logger.warn('sealing anew was broken off, and goes on later', error, { tenant: tenantId });
    }
  }
}
