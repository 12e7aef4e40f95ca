import { Injectable } from '@nestjs/common';
import { asUuid, DomainError, inputs, notFound, type RequestContext, sql } from '@gongjian/platform';
import { z } from 'zod';
import { PEOPLE, personalPlaces, Resource } from '../resource/resource.entity.ts';

export const claimInput = z.object({ resourceId: inputs.id().transform(asUuid), proof: inputs.text(1, 50) });
export type ClaimInput = z.output<typeof claimInput>;

export interface OwnEntry {
  resource: Resource;
  mine: boolean;
  provable: boolean;
}

/** Who knows a colleague's birthday has some hundred ID numbers to try: not at this pace. */
const TRIES_A_DAY = 5;

/** Full-width digits, blanks and the small x of a check character: people write one number in several ways. */
const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '').toUpperCase();

/** Which teacher or engineer of a register I am. Registers come as files, so nobody but the person knows it for sure. */
@Injectable()
export class OwnRecordService {
  async entries(ctx: RequestContext): Promise<OwnEntry[]> {
    const found = await ctx.find(Resource, { where: this.candidates(ctx), orderBy: [{ by: 'nameKey' }], limit: 20 });
    return found.map((resource) => ({ resource, mine: resource.personId === ctx.actor.personId, provable: (resource.idNumberSealed ?? resource.phoneSealed) !== null }));
  }

  private candidates(ctx: RequestContext) {
    const { personId } = ctx.actor;
    return [
      sql`t.kind = any (${PEOPLE})`,
      sql`(t.person_id = ${personId} or (t.person_id is null and t.name = (select p.name from directory.consortium_person p where p.tenant_id = ${ctx.currentTenant} and p.person_id = ${personId})
        and t.owner_id = any (array(select h.organisation_id from directory.held_role h where h.tenant_id = ${ctx.currentTenant} and h.person_id = ${personId}))))`,
    ];
  }

  async claim(ctx: RequestContext, { resourceId, proof }: ClaimInput): Promise<OwnEntry[]> {
    const [resource] = await ctx.find(Resource, { where: [...this.candidates(ctx), sql`t.id = ${resourceId}`], limit: 1, lock: 'update' });
    if (!resource) throw notFound('input.resourceId');
    if (resource.personId === ctx.actor.personId) return this.entries(ctx);
    const { idNumberSealed, phoneSealed } = resource;
    const at = personalPlaces(resource.id);
    const expected = idNumberSealed ? await ctx.open(at.idNumber, idNumberSealed) : phoneSealed && (await ctx.open(at.phone, phoneSealed));
    if (!expected) throw new DomainError('CLAIM_UNPROVABLE', {}, { field: 'input.resourceId' });
    await requireConsent(ctx);
    await this.requirePatience(ctx);
    if (plain(expected) !== plain(proof)) throw Object.assign(new DomainError('CLAIM_WRONG', {}, { field: 'input.proof' }), { attempt: { action: 'claim', type: 'Resource', id: resource.id } });
    await ctx.update(resource, { personId: ctx.actor.personId });
    ctx.changed('Resource', [resource.id]);
    return this.entries(ctx);
  }

  /** Wrong tries are in the audit log: there they are counted. */
  private async requirePatience(ctx: RequestContext): Promise<void> {
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`claim ${ctx.actor.personId}`}, 0))`);
    const [row] = await ctx.query<{ tries: number }>(sql`
      select count(*)::int as tries from platform.audit_entry e
      where e.tenant_id = ${ctx.currentTenant} and e.person_id = ${ctx.actor.personId} and e.operation = 'claimOwnEntry' and e.result = 'REFUSED' and e.code = 'CLAIM_WRONG' and e.at > ${new Date(ctx.now.getTime() - 86_400_000)}`);
    if (row!.tries >= TRIES_A_DAY) throw new DomainError('CLAIM_TOO_OFTEN');
  }

  async release(ctx: RequestContext, id: string): Promise<OwnEntry[]> {
    const resource = await ctx.must(Resource, id, 'resourceId', 'update');
    if (resource.personId !== ctx.actor.personId) throw notFound('resourceId');
    await ctx.update(resource, { personId: null });
    ctx.changed('Resource', [resource.id]);
    return this.entries(ctx);
  }
}

/** To compare what somebody types with their ID number needs a consent of its own (PIPL §29). */
async function requireConsent(ctx: RequestContext): Promise<void> {
  const rows = await ctx.query(sql`select 1 from directory.consent_state where tenant_id = ${ctx.currentTenant} and person_id = ${ctx.actor.personId} and item = 'ID_NUMBER' and decision = 'GIVEN'`);
  if (rows.length === 0) throw new DomainError('CONSENT_NEEDED');
}

/** Whose photo is not to be shown: teachers and engineers who have shown that it is them, and withdrew. */
export async function withoutPhoto(ctx: RequestContext, personIds: readonly string[]): Promise<boolean[]> {
  const rows = await ctx.query<{ id: string }>(sql`select person_id as id from directory.consent_state where tenant_id = ${ctx.currentTenant} and person_id = any (${personIds}::uuid[]) and item = 'PHOTO' and decision = 'WITHDRAWN'`);
  const withdrawn = new Set(rows.map(({ id }) => id));
  return personIds.map((id) => withdrawn.has(id));
}
