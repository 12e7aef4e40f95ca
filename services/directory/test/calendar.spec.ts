import { describe, expect, it } from '@jest/globals';
import { type Client, operator, TestConsortium } from '@gongjian/platform/testing';
import { as } from './kit.ts';

const DAYS = 'query ($from: Date!, $until: Date!, $organisationId: ID) { calendarDays(from: $from, until: $until, organisationId: $organisationId) { day kind name statutory weekday term termKind week exams } }';
const PERIODS = 'query ($day: Date!, $organisationId: ID) { lessonPeriods(day: $day, organisationId: $organisationId) { first last starts ends } }';
const SAVE = 'mutation ($input: SchoolCalendarInput!, $version: Int) { saveSchoolCalendar(input: $input, version: $version) { id schoolYear version organisation { id name } terms { kind label firstDay lastDay teachingWeeks examWeeks } days { kind firstDay lastDay name follows } } }';
const REMOVE = 'mutation ($id: ID!, $version: Int!) { removeSchoolCalendar(id: $id, version: $version) }';
const LESSONS = 'mutation ($input: LessonTimetableInput!, $version: Int) { saveLessonTimetable(input: $input, version: $version) { id version seasons { name since periods { first last starts ends } } } }';
const YEARS = '{ holidayYears { year notice address shipped importedAt days { day name kind follows } } missingHolidayYears calendarAccess { canKeepAll canKeepOwn canImportHolidays } }';
const PREVIEW = 'query ($year: Int!, $text: String!) { previewHolidays(year: $year, text: $text) { days { day } problems { line code message } notice address changes known } }';
const IMPORT = 'mutation ($input: HolidayImportInput!) { importHolidays(input: $input) { year notice shipped days { day } } }';

const first = (changes: object = {}) => ({ kind: 'FIRST', firstDay: '2026-09-02', teachingWeeks: 18, examWeeks: 2, ...changes });
const year = (changes: object = {}) => ({ schoolYear: 2026, terms: [first()], days: [], ...changes });
const period = (no: number, starts: string, ends: string) => ({ first: no, last: no + 1, starts, ends });
const season = (changes: object = {}) => ({ name: '夏季作息', since: '05-01', periods: [period(1, '08:00', '09:40'), period(3, '10:00', '11:40')], ...changes });

async function day(client: Client, at: string, organisationId?: string) {
  return (await client.run(DAYS, { from: at, until: at, organisationId })).calendarDays[0];
}
/** The problems of a refused input, each at its field. */
async function problems(client: Client, query: string, variables: object): Promise<[string, string][]> {
  const { errors } = await client.try(query, variables);
  return (errors?.[0]?.extensions.details?.problems ?? []).map(({ field, code }) => [field, code]);
}

describe('a calendar', () => {
  it('knows holidays and days of work without anybody having kept one', async () => {
    const { secretary } = await TestConsortium.found();
    expect((await secretary.run(DAYS, { from: '2026-09-19', until: '2026-09-28' })).calendarDays.map((each: { day: string; kind: string }) => each.kind)).toEqual(['WEEKEND', 'MAKEUP_WORKDAY', 'WORKING_DAY', 'WORKING_DAY', 'WORKING_DAY', 'WORKING_DAY', 'HOLIDAY', 'HOLIDAY', 'HOLIDAY', 'WORKING_DAY']);
    expect(await day(secretary, '2026-10-01')).toEqual({ day: '2026-10-01', kind: 'HOLIDAY', name: '国庆节', statutory: true, weekday: 4, term: null, termKind: null, week: null, exams: false });
  });

  it('of an organisation goes before the consortium\'s, which holds for those who have none', async () => {
    const consortium = await TestConsortium.found();
    const other = await consortium.member();
    await consortium.secretary.run(SAVE, { input: year() });
    await consortium.secretary.run(SAVE, { input: year({ organisationId: other.id, terms: [first({ firstDay: '2026-09-14' })], days: [{ kind: 'OFF', firstDay: '2026-11-26', name: '厂庆' }] }) });
    expect(await day(consortium.secretary, '2026-11-26')).toMatchObject({ week: 13, term: '2026-2027-1', kind: 'WORKING_DAY' });
    expect(await day(consortium.secretary, '2026-11-26', other.id)).toMatchObject({ week: 11, kind: 'HOLIDAY', name: '厂庆' });
    const engineer = await consortium.person(['ENGINEER'], other.id);
    expect(await day(engineer, '2026-11-26')).toMatchObject({ week: 11 });
  });

  it('tells the dates of its terms, and after a change the new ones', async () => {
    const { secretary } = await TestConsortium.found();
    const { saveSchoolCalendar: kept } = await secretary.run(SAVE, { input: year() });
    expect(kept).toMatchObject({ version: 1, organisation: null, terms: [{ label: '2026-2027-1', lastDay: '2027-01-17' }] });
    const { saveSchoolCalendar: changed } = await secretary.run(SAVE, { input: year({ terms: [first({ teachingWeeks: 17 })] }), version: 1 });
    expect(changed).toMatchObject({ id: kept.id, version: 2, terms: [{ lastDay: '2027-01-10' }] });
  });

  it('is not overwritten by whoever has not seen the last change', async () => {
    const { secretary } = await TestConsortium.found();
    const { saveSchoolCalendar: kept } = await secretary.run(SAVE, { input: year() });
    expect(await secretary.refusal(SAVE, { input: year() })).toMatchObject({ code: 'STALE_VERSION' });
    await secretary.run(SAVE, { input: year(), version: 1 });
    expect(await secretary.refusal(SAVE, { input: year(), version: 1 })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await secretary.refusal(REMOVE, { id: kept.id, version: 1 })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await secretary.run(REMOVE, { id: kept.id, version: 2 })).toEqual({ removeSchoolCalendar: true });
    expect(await day(secretary, '2026-11-26')).toMatchObject({ week: null });
  });

  it('made twice at once is made once', async () => {
    const { secretary } = await TestConsortium.found();
    const answers = await Promise.all([1, 2, 3].map(() => secretary.try(SAVE, { input: year() })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'kept').sort()).toEqual(['STALE_VERSION', 'STALE_VERSION', 'kept']);
  });

  it('is kept by the secretary, and by an organisation\'s administrator for that organisation', async () => {
    const consortium = await TestConsortium.found();
    const other = await consortium.member();
    const administrator = await consortium.person(['ORGANISATION_ADMINISTRATOR'], other.id);
    await administrator.run(SAVE, { input: year({ organisationId: other.id }) });
    await administrator.run(LESSONS, { input: { organisationId: other.id, seasons: [season()] } });
    for (const input of [year(), year({ organisationId: consortium.lead.id })]) expect(await administrator.refusal(SAVE, { input })).toMatchObject({ code: 'FORBIDDEN' });
    for (const role of ['TEACHER', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'AUDITOR', 'STUDENT']) {
      const person = await consortium.person([role], other.id);
      expect(await person.refusal(SAVE, { input: year({ organisationId: other.id, schoolYear: 2027, terms: [] }) })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await day(person, '2026-11-26')).toMatchObject({ week: 13 });
    }
    expect((await administrator.run(YEARS)).calendarAccess).toEqual({ canKeepAll: false, canKeepOwn: true, canImportHolidays: false });
  });

  it('of another consortium does not exist', async () => {
    const [one, other] = await Promise.all([TestConsortium.found(), TestConsortium.found()]);
    const { saveSchoolCalendar: foreign } = await other.secretary.run(SAVE, { input: year({ organisationId: other.lead.id }) });
    expect(await one.secretary.refusal(REMOVE, { id: foreign.id, version: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await one.secretary.refusal(SAVE, { input: year({ organisationId: other.lead.id }) })).toMatchObject({ code: 'NOT_FOUND', field: 'input.organisationId' });
    expect(await one.secretary.run('query ($id: ID) { schoolCalendars(organisationId: $id) { id } lessonTimetable(organisationId: $id) { id } }', { id: other.lead.id })).toEqual({ schoolCalendars: [], lessonTimetable: null });
    expect(await day(one.secretary, '2026-11-26', other.lead.id)).toMatchObject({ week: null });
  });

  it('with wrong terms or days is refused, each at its field', async () => {
    const { secretary } = await TestConsortium.found();
    const refused = (changes: object) => problems(secretary, SAVE, { input: year(changes) });
    expect(await refused({ terms: [first(), first({ firstDay: '2027-03-01' })] })).toEqual([['input.terms.1.kind', 'SCHOOL_YEAR_TERM_TWICE']]);
    expect(await refused({ terms: [first(), first({ kind: 'SECOND', firstDay: '2027-01-11' })] })).toEqual([['input.terms.1.firstDay', 'TERMS_OVERLAP']]);
    expect(await refused({ terms: [first({ firstDay: '2026-07-31' })] })).toEqual([['input.terms.0.firstDay', 'TERM_OUTSIDE_YEAR']]);
    expect(await refused({ terms: [first({ teachingWeeks: 0 })] })).toEqual([['input.terms.0.teachingWeeks', 'TOO_SMALL']]);
    const off = (changes: object) => ({ kind: 'OFF', firstDay: '2026-11-02', lastDay: '2026-11-03', name: '校运会', ...changes });
    expect(await refused({ days: [off({ lastDay: '2026-11-01' })] })).toEqual([['input.days.0.lastDay', 'DAYS_REVERSED']]);
    expect(await refused({ days: [off({ lastDay: '2027-06-01' })] })).toEqual([['input.days.0.lastDay', 'DAYS_TOO_LONG']]);
    expect(await refused({ days: [off({}), off({ firstDay: '2026-11-03' })] })).toEqual([['input.days.1.firstDay', 'DAYS_OVERLAP']]);
    expect(await refused({ days: [off({ follows: 3 })] })).toEqual([['input.days.0.follows', 'FOLLOWS_ONE_DAY']]);
    expect(await refused({ days: [off({ kind: 'WORK', firstDay: '2026-10-01', lastDay: null })] })).toEqual([['input.days.0.firstDay', 'STATUTORY_DAY']]);
    expect(await refused({ days: [off({ firstDay: '2028-01-01', lastDay: null })] })).toEqual([['input.days.0.firstDay', 'DAYS_OUTSIDE_YEAR']]);
    expect(await refused({ days: [off({ name: ' ' })] })).toEqual([['input.days.0.name', 'REQUIRED']]);
    expect(await refused({ schoolYear: 1999 })).toEqual([['input.schoolYear', 'TOO_SMALL']]);
  });

  it('answers for at most 400 days, forwards', async () => {
    const { secretary } = await TestConsortium.found();
    expect((await secretary.run(DAYS, { from: '2026-01-01', until: '2027-02-04' })).calendarDays).toHaveLength(400);
    expect(await secretary.refusal(DAYS, { from: '2026-01-01', until: '2027-02-05' })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
    expect(await secretary.refusal(DAYS, { from: '2026-01-02', until: '2026-01-01' })).toMatchObject({ code: 'BAD_INPUT', field: 'until' });
  });

  it('puts each change into the audit log', async () => {
    const { id, secretary } = await TestConsortium.found();
    const { saveSchoolCalendar: kept } = await secretary.run(SAVE, { input: year() });
    await secretary.run(SAVE, { input: year({ terms: [] }), version: 1 });
    await secretary.run(REMOVE, { id: kept.id, version: 2 });
    const entries = await as('app', `select set_config('app.tenant', '${id}', false); select action, subject_type from platform.audit_log where subject_id = '${kept.id}' order by at`);
    expect(entries).toEqual(['create', 'update', 'remove'].map((action) => ({ action, subject_type: 'SchoolCalendar' })));
  });
});

describe('lessons', () => {
  it('are those of the season and of the organisation', async () => {
    const consortium = await TestConsortium.found();
    const { secretary, lead } = consortium;
    const winter = season({ name: '冬季作息', since: '10-08', periods: [period(1, '08:30', '10:10')] });
    const { saveLessonTimetable: kept } = await secretary.run(LESSONS, { input: { seasons: [winter, season()] } });
    expect(kept.seasons.map(({ name }: { name: string }) => name)).toEqual(['夏季作息', '冬季作息']);
    const starts = async (at: string, organisationId?: string) => (await secretary.run(PERIODS, { day: at, organisationId })).lessonPeriods.map((each: { starts: string }) => each.starts);
    expect(await starts('2026-06-01')).toEqual(['08:00', '10:00']);
    expect(await starts('2026-11-25')).toEqual(['08:30']);
    expect(await starts('2027-01-01')).toEqual(['08:30']);
    await secretary.run(LESSONS, { input: { organisationId: lead.id, seasons: [season({ periods: [period(1, '09:00', '10:30')] })] } });
    expect(await starts('2026-11-25')).toEqual(['09:00']);
    // Taken away again, the consortium's hold.
    await secretary.run(LESSONS, { input: { organisationId: lead.id, seasons: [] }, version: 1 });
    expect(await starts('2026-11-25')).toEqual(['08:30']);
  });

  it('out of order, over each other or with wrong clocks are refused at their field', async () => {
    const { secretary } = await TestConsortium.found();
    const refused = (...seasons: object[]) => problems(secretary, LESSONS, { input: { seasons } });
    const with2 = (second: object) => season({ periods: [period(1, '08:00', '09:40'), second] });
    expect(await refused(with2(period(2, '10:00', '11:00')))).toEqual([['input.seasons.0.periods.1.first', 'PERIOD_NUMBERS']]);
    expect(await refused(with2(period(3, '09:30', '11:00')))).toEqual([['input.seasons.0.periods.1.starts', 'PERIODS_OVERLAP']]);
    expect(await refused(with2(period(3, '11:00', '10:00')))).toEqual([['input.seasons.0.periods.1.ends', 'PERIOD_ENDS_FIRST']]);
    expect(await refused(with2(period(3, '8:00', '25:00')))).toEqual([['input.seasons.0.periods.1.starts', 'BAD_CLOCK'], ['input.seasons.0.periods.1.ends', 'BAD_CLOCK']]);
    expect(await refused(season(), season())).toEqual([['input.seasons.1.since', 'SEASON_TWICE']]);
    expect(await refused(season({ since: '02-30', periods: [] }))).toEqual([['input.seasons.0.since', 'BAD_MONTH_DAY'], ['input.seasons.0.periods', 'TOO_FEW']]);
  });
});

describe('holidays', () => {
  /** A year that no other test imports: it holds for the whole installation. */
  const list = (of: number, changes: (days: [string, string, string][]) => [string, string, string][] = (days) => days) => {
    const known: [string, string, string][] = [[`${of}-01-01`, '元旦', '放假'], ...['01-23', '01-24', '01-25', '01-26'].map((each): [string, string, string] => [`${of}-${each}`, '春节', '放假'])];
    return changes(known).map((row) => row.join(',')).join('\n');
  };

  it('of 2025 and 2026 come with the product, with their notices', async () => {
    const { secretary } = await TestConsortium.found();
    const { holidayYears } = await secretary.run(YEARS);
    const of = (wanted: number) => holidayYears.find((each: { year: number }) => each.year === wanted);
    expect(of(2026)).toMatchObject({ notice: '国办发明电〔2025〕7号', shipped: true, importedAt: null });
    expect(of(2025)).toMatchObject({ notice: '国办发明电〔2024〕12号', address: 'https://www.gov.cn/zhengce/content/202411/content_6986382.htm' });
    expect(of(2026).days).toHaveLength(39);
  });

  it('that are missing are told to those who can do something about it', async () => {
    const consortium = await TestConsortium.found();
    const teacher = await consortium.person(['TEACHER']);
    expect((await teacher.run(YEARS)).missingHolidayYears).toEqual([]);
    const { missingHolidayYears, holidayYears } = await consortium.secretary.run(YEARS);
    const [now, month] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()).split('-').map(Number) as [number, number];
    const wanted = [now, ...(month >= 11 ? [now + 1] : [])].filter((each) => !holidayYears.some((known: { year: number }) => known.year === each));
    expect(missingHolidayYears).toEqual(wanted);
    expect((await (await operator()).run(YEARS)).missingHolidayYears).toEqual(wanted);
  });

  it('are imported by operators, hold for everybody, and are corrected by a later import', async () => {
    const { secretary } = await TestConsortium.found();
    const founder = await operator();
    // 2050: 春节 23 January, 清明 4 April, 端午 23 June, 中秋 30 September.
    const text = [['2050-01-01', '2050-01-03', '元旦'], ['2050-01-22', '2050-01-28', '春节'], ['2050-04-04', '2050-04-04', '清明节'], ['2050-05-01', '2050-05-05', '劳动节'], ['2050-06-23', '2050-06-25', '端午节'], ['2050-09-30', '2050-10-07', '国庆节、中秋节']].map((row) => `${row.join(',')},放假`).join('\n');
    const { previewHolidays: preview } = await founder.run(PREVIEW, { year: 2050, text });
    expect(preview).toMatchObject({ problems: [], changes: expect.any(Number) });
    expect(preview.days).toHaveLength(27);
    const input = { year: 2050, text, notice: '测试通知1号', address: 'https://www.gov.cn/test.htm' };
    expect((await founder.run(IMPORT, { input })).importHolidays).toMatchObject({ year: 2050, shipped: false, notice: '测试通知1号' });
    expect(await day(secretary, '2050-01-03')).toMatchObject({ kind: 'HOLIDAY', name: '元旦' });
    const corrected = `${text}\n2050-10-08,国庆节,上班,补周四的课`;
    expect((await founder.run(PREVIEW, { year: 2050, text: corrected })).previewHolidays).toMatchObject({ known: true, changes: 1 });
    await founder.run(IMPORT, { input: { ...input, text: corrected, notice: '测试通知2号' } });
    expect(await day(secretary, '2050-10-08')).toMatchObject({ kind: 'MAKEUP_WORKDAY', weekday: 4 });
  });

  it('with mistakes are refused with all reasons, and nothing is kept', async () => {
    const founder = await operator();
    const text = list(2049, (days) => [...days, ['2048-12-31', '元旦', '放假'], ['2049-01-25', '春节', '上班']]);
    const { previewHolidays: preview } = await founder.run(PREVIEW, { year: 2049, text });
    expect(preview.problems.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual([[6, 'HOLIDAY_OTHER_YEAR'], [7, 'HOLIDAY_CONTRADICTION']]);
    for (const { message } of preview.problems) expect(message).toMatch(/\p{Script=Han}/u);
    const input = { year: 2049, text, notice: ' ', address: 'gov.cn' };
    expect(await problems(founder, IMPORT, { input })).toEqual([['input.notice', 'REQUIRED'], ['input.address', 'NOT_AN_ADDRESS']]);
    expect(await problems(founder, IMPORT, { input: { ...input, notice: 'x', address: 'https://www.gov.cn/' } })).toEqual([['input.text', 'HOLIDAY_OTHER_YEAR'], ['input.text', 'HOLIDAY_CONTRADICTION']]);
    expect(await problems(founder, IMPORT, { input: { ...input, notice: 'x', address: 'https://www.gov.cn/', text: list(2049) } })).toContainEqual(['input.text', 'HOLIDAY_STATUTORY_MISSING']);
    expect((await founder.run(YEARS)).holidayYears.map((each: { year: number }) => each.year)).not.toContain(2049);
    expect(await founder.refusal(PREVIEW, { year: 2024, text })).toMatchObject({ code: 'BAD_INPUT', field: 'input.year' });
  });

  it('are imported by nobody else', async () => {
    const { secretary } = await TestConsortium.found();
    expect(await secretary.refusal(PREVIEW, { year: 2049, text: list(2049) })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await secretary.refusal(IMPORT, { input: { year: 2049, text: list(2049), notice: 'x', address: 'https://www.gov.cn/' } })).toMatchObject({ code: 'FORBIDDEN' });
  });
});
