import { badInputs, type Problem, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { today } from '../day.ts';
import { type HolidayDay, missingYears } from './calendar.rules.ts';
import type { HolidayImportInput } from './calendar.inputs.ts';
import { keepsCalendars } from './calendar.permissions.ts';
import { checkedHolidays, type ReadingProblem } from './holiday.checks.ts';
import { readHolidays } from './holiday.reader.ts';
import { HolidayYear } from './holiday-year.entity.ts';
import { daysOfNotice, shippedNotices } from './holidays.data.ts';

export interface KnownYear {
  year: number;
  notice: string;
  address: string;
  days: HolidayDay[];
  shipped: boolean;
  importedAt: Date | null;
}

const shipped: readonly KnownYear[] = shippedNotices.map((notice) => ({ year: notice.year, notice: notice.notice, address: notice.address, days: daysOfNotice(notice), shipped: true, importedAt: null }));

@Injectable()
export class HolidayService {
  /** What was imported goes before what was shipped: a notice may be corrected. */
  async years(ctx: RequestContext): Promise<KnownYear[]> {
    const imported = await ctx.find(HolidayYear);
    const years = new Map<number, KnownYear>(shipped.map((each) => [each.year, each]));
    for (const each of imported) years.set(each.year, each);
    return [...years.values()].sort((a, b) => b.year - a.year);
  }

  async missing(ctx: RequestContext): Promise<number[]> {
    const years = await this.years(ctx);
    if (!keepsCalendars(ctx.actor) && !ctx.can('import', HolidayYear)) return [];
    return missingYears(today(ctx), new Set(years.map(({ year }) => year)));
  }

  async preview(ctx: RequestContext, year: number, text: string): Promise<object> {
    ctx.authorize('import', HolidayYear);
    const reading = readHolidays(text, year);
    const { days, problems } = checkedHolidays(reading, year);
    const known = (await this.years(ctx)).find((each) => each.year === year);
    const before = new Set((known?.days ?? []).map(plain));
    const after = new Set(days.map(plain));
    return {
      days,
      problems: problems.map((problem) => ({ ...problem, message: ctx.text(problem.code, problem.params) })),
      notice: reading.notice,
      address: reading.address,
      changes: [...after].filter((day) => !before.has(day)).length + [...before].filter((day) => !after.has(day)).length,
      known: known !== undefined,
    };
  }

  async import(ctx: RequestContext, input: HolidayImportInput): Promise<KnownYear> {
    ctx.authorize('import', HolidayYear);
    const { year, text, notice, address } = input;
    const { days, problems } = checkedHolidays(readHolidays(text, year), year);
    if (problems.length > 0) throw badInputs(problems.map(atText));
    // Two operators at once: one after the other.
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`holidays ${year}`}, 0))`);
    const [known] = await ctx.find(HolidayYear, { where: [sql`t.year = ${year}`], limit: 1 });
    const values = { notice, address, days };
    const kept = known ? await ctx.update(known, values) : (await ctx.insert(HolidayYear, { year, ...values }))[0]!;
    ctx.changed('HolidayYear', [kept.id]);
    return kept;
  }
}

const plain = ({ day, name, kind, follows }: HolidayDay) => `${day} ${kind} ${name} ${follows ?? ''}`;
const atText = ({ code, params }: ReadingProblem): Problem => ({ field: 'input.text', code, params });
