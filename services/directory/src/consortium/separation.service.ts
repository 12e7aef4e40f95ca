import { ADMINISTRATORS, DomainError, type RequestContext, type Role, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { Consortium } from './consortium.entity.ts';

/** 三员分立: three people do what the secretary does alone as long as it is off. */
@Injectable()
export class SeparationService {
  /** @throws SEPARATION_NEEDS naming the administrators that the consortium has not got */
  async set(ctx: RequestContext, on: boolean): Promise<Consortium> {
    const consortium = await ctx.must(Consortium, ctx.actor.tenantId);
    ctx.authorize('separate', consortium);
    if (consortium.separated === on) return consortium;
    if (on) {
      const missing = await this.missing(ctx);
      if (missing.length > 0) throw new DomainError('SEPARATION_NEEDS', { roles: missing.map((role) => ctx.text(`ROLE_${role}`)).join('、') });
    }
    ctx.changed('Consortium', [consortium.id]);
    return ctx.update(consortium, { separated: on });
  }

  /** The administrators whom nobody is today. */
  private async missing(ctx: RequestContext): Promise<Role[]> {
    const rows = await ctx.query<{ role: Role }>(sql`select distinct unnest(roles) as role from directory.seat where tenant_id = ${ctx.currentTenant}`);
    return ADMINISTRATORS.filter((role) => !rows.some((row) => row.role === role));
  }
}
