import { badInput, masked, notFound, type RequestContext } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { partner } from '../grant/consortia.ts';
import { isMinor } from '../minor/age.ts';
import { personalPlaces, type ResourceKind } from '../resource/resource.entity.ts';
import { dayOf, startOfDay } from '../time.ts';
import { countsOf, peopleOf, setsOf, setWithId, type SharedCounts, SharedDataSet, type SharedPersonRow, type SharedUsage, usageOf } from './shared-data.queries.ts';

export interface SharedPerson {
  id: string;
  kind: ResourceKind;
  name: string | null;
  contact: string | null;
  title: string | null;
  skillLevel: string | null;
}

/** What clauses on data show of another organisation: read where it stands, by the statement that asks whether the clause is in force. */
@Injectable()
export class SharedDataService {
  sets(ctx: RequestContext): Promise<SharedDataSet[]> {
    ctx.authorize('read', SharedDataSet);
    return setsOf(ctx);
  }

  async people(ctx: RequestContext, grantId: string): Promise<SharedPerson[]> {
    const set = await this.must(ctx, grantId);
    // Who gives has to find the look in its own log.
    ctx.audit('reveal', { type: 'Clause', id: set.id });
    return ctx.across(set.giverHomeId, async () => {
      if (set.giverHomeId !== ctx.actor.tenantId) ctx.audit('reveal', { type: 'Clause', id: set.id });
      const rows = await peopleOf(ctx, set);
      return Promise.all(rows.map((row) => shown(ctx, set, row)));
    });
  }

  async usage(ctx: RequestContext, grantId: string, year: number): Promise<SharedUsage[]> {
    const set = await this.must(ctx, grantId);
    if (year < 2000 || year > 2100) throw badInput('year', 'OUT_OF_RANGE', { min: 2000, max: 2100 });
    const [from, until] = await this.yearOf(ctx, set, year);
    return ctx.across(set.giverHomeId, () => usageOf(ctx, set, from, until));
  }

  async counts(ctx: RequestContext, set: SharedDataSet): Promise<SharedCounts> {
    const [from, until] = await this.yearOf(ctx, set);
    return ctx.across(set.giverHomeId, () => countsOf(ctx, set, from, until));
  }

  private async must(ctx: RequestContext, grantId: string): Promise<SharedDataSet> {
    ctx.authorize('read', SharedDataSet);
    const set = await setWithId(ctx, grantId);
    if (!set) throw notFound('grantId');
    return set;
  }

  /** By the clock of the giver's consortium. */
  private async yearOf(ctx: RequestContext, { giverHomeId }: SharedDataSet, wanted?: number): Promise<[Date, Date]> {
    const { timeZone } = (giverHomeId !== ctx.currentTenant && (await partner(ctx, giverHomeId))) || ctx.actor;
    const year = wanted ?? Number(dayOf(ctx.now.getTime(), timeZone).slice(0, 4));
    return [new Date(startOfDay(`${year}-01-01`, timeZone)), new Date(startOfDay(`${year + 1}-01-01`, timeZone))];
  }
}

/** In the giver's consortium, whose keys open what is sealed. Of who is under age nobody is told how to reach them. */
async function shown(ctx: RequestContext, { mask }: SharedDataSet, { id, kind, name, profession, phoneSealed, idNumberSealed }: SharedPersonRow): Promise<SharedPerson> {
  const at = personalPlaces(id);
  const isChild = phoneSealed && idNumberSealed && isMinor(await ctx.open(at.idNumber, idNumberSealed), dayOf(ctx.now.getTime(), ctx.actor.timeZone));
  const phone = phoneSealed && !isChild ? await ctx.open(at.phone, phoneSealed) : null;
  return { id, kind, name, contact: phone && (mask === 'FULL' ? phone : masked('ENDS', phone)), title: profession?.title ?? null, skillLevel: profession?.skillLevel ?? null };
}
