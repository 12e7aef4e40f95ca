import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { hashPassword } from '@gongjian/directory';
import type pg from 'pg';
import { logger } from '@gongjian/platform';
import { createOperator } from '../session/operator.ts';
import { demoAccounts, demoSeats, MACHINERY, RAIL, VEHICLES } from './accounts.ts';
import { sowAcross, sowAgreements } from './agreements.ts';
import { DAY, HOUR, midnightIn, sowBookings } from './bookings.ts';
import { sowCalendar } from './calendars.ts';
import { Chance } from './chance.ts';
import { consortia, type DemoConsortium, organisations } from './organisations.ts';
import { csv, type DemoRegister, registersOf } from './registers.ts';
import { type Stage, Visitor } from './visitor.ts';

const FOUND = 'mutation ($input: CreateConsortiumInput!) { createConsortium(input: $input) { id } }';
const ADD_PERSON = 'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }';
const START = 'mutation ($input: StartImportInput!) { startImport(input: $input) { id } }';
const STATE = 'query ($id: ID!) { import(id: $id) { state error counts { created bad } } }';
const APPLY = 'mutation ($id: ID!) { applyImport(id: $id) { id } }';

const ALL_PAPERS = { leadingGroup: true, plan: true, structure: true, foundingMeeting: true, charter: true, benefitSharing: true };

/** Who, what, in how many days, from and until which hour, why. */
const MAINTENANCE = [
  ['keeper', '工业机器人工作站', 0, 13, 17.5, '减速器换油'],
  ['keeper', '数控车床', 1, 8, 17.5, '主轴轴承更换'],
  ['keeper', '三坐标测量机', 4, 8, 17.5, '年度精度校准'],
  ['factory', '五轴联动加工中心', 2, 8, 12, '刀库检修'],
  ['factory', '伺服压力机', 0, 8, 18, '安全光栅更换'],
  ['engine', '金属3D打印机', 5, 8, 17.5, '光路校准'],
] as const;

/** Asia/Shanghai has no summer time. */
const OFFSET = 8 * 3_600_000;

interface Founded {
  id: string;
  /** Organisation ids by short name. */
  organisations: Map<string, string>;
  secretary: Visitor;
}

const accountOf = (login: string) => demoAccounts.find((account) => account.login === login)!;
/** With this the demo is sown. Afterwards its accounts get the published one, which no account can have in any other way. */
const sowingPassword = `Sowing-1-${randomBytes(12).toString('base64url')}`;

/** Sows the demo into a database without consortia, through the same operations that people use. */
export async function seedDemo(stage: Stage, authPool: pg.Pool): Promise<void> {
  const { rowCount } = await authPool.query('select 1 from directory.consortium limit 1');
  if (rowCount) return;
  const started = Date.now();
  const { login, name } = accountOf('operator');
  await createOperator(authPool, login, sowingPassword, name);
  const operator = await new Visitor(stage, login).signIn(sowingPassword);
  const founded = new Map<string, Founded>();
  const visitors = new Map<string, Visitor>();
  // The consortia know nothing of each other, so none waits for another.
  await Promise.all(
    consortia.map(async (consortium, number) => {
      const made = await found(stage, operator, consortium);
      founded.set(consortium.name, made);
      await seatEverybody(stage, consortium.name, made, visitors);
      const chance = new Chance(2026 + 100 * number);
      await uploadRegisters(made, visitors, registersOf(consortium.name, chance));
      if (consortium.name === RAIL) await sowRail(made, visitors, chance);
      else await sowBookings({ bookers: [made.secretary], deciders: {} }, 80, chance);
    }),
  );
  const [rail, vehicles] = [founded.get(RAIL)!, founded.get(VEHICLES)!];
  await sowAcross({ id: rail.organisations.get('轨道职院')!, consortiumId: rail.id, who: visitors.get('admin')! }, { id: vehicles.organisations.get('汽车职院')!, consortiumId: vehicles.id, who: visitors.get('centre')! }, visitors.get('coordinator')!);
  await admitElsewhere(visitors, founded);
  await publishPassword(authPool);
  logger.info('demo sown', { milliseconds: Date.now() - started });
}

/** One hash for all, and the sessions and devices with which it was sown are nobody's. */
async function publishPassword(authPool: pg.Pool): Promise<void> {
  const logins = demoAccounts.map((account) => account.login);
  await authPool.query('update directory.account set password_hash = $1 where login = any($2)', [await hashPassword(demoAccounts[0]!.password), logins]);
  await authPool.query('delete from directory.session where account_id in (select id from directory.account where login = any($1))', [logins]);
  await authPool.query('delete from directory.device where account_id in (select id from directory.account where login = any($1))', [logins]);
}

async function found(stage: Stage, operator: Visitor, consortium: DemoConsortium): Promise<Founded> {
  const account = accountOf(consortium.secretary);
  const [lead, ...others] = consortium.members.map((shortName) => organisations.find((one) => one.shortName === shortName)!);
  const members = others.map((organisation) => {
    const qualities = consortium.leads?.[organisation.shortName];
    return { organisation, qualities, kind: qualities ? 'LEAD' : consortium.council?.includes(organisation.shortName) ? 'COUNCIL_MEMBER' : 'MEMBER' };
  });
  const { name, shortName, kind } = consortium;
  const secretaryAccount = { name: account.name, login: account.login, password: sowingPassword };
  const { createConsortium } = await operator.run(FOUND, { input: { name, shortName, kind, lead, members, documents: ALL_PAPERS, secretary: secretaryAccount } });
  const secretary = await new Visitor(stage, account.login).signIn(sowingPassword);
  const { organisations: made } = await secretary.run('{ organisations(first: 100) { nodes { id shortName } } }');
  const ids = new Map<string, string>(made.nodes.map((each: { id: string; shortName: string }) => [each.shortName, each.id]));
  await sowCalendar(secretary, new Date(Date.now() + OFFSET).toISOString().slice(0, 10));
  return { id: createConsortium.id, organisations: ids, secretary };
}

/** The consortium that most of the demo's people work in. */
async function sowRail({ organisations: ids }: Founded, visitors: Map<string, Visitor>, chance: Chance): Promise<void> {
  await askForApproval(visitors);
  await planMaintenance(visitors);
  const of = (shortName: string) => ids.get(shortName)!;
  const who = (login: string) => visitors.get(login)!;
  // 轨道职院 hands out the link of its self-registration.
  await who('admin').run('mutation { openSelfRegistration { id } }');
  await sowAgreements({ id: of('轨道职院'), who: who('admin') }, { id: of('示例航发'), who: who('engine') });
  await sowBookings({ bookers: ['park', 'coordinator', 'teacher', 'engineer'].map(who), deciders: { [of('轨道职院')]: who('admin'), [of('高新园区')]: who('park'), [of('示例机车')]: who('factory'), [of('示例航发')]: who('engine') } }, 420, chance);
}

async function seatEverybody(stage: Stage, consortium: string, { secretary, organisations: ids }: Founded, visitors: Map<string, Visitor>): Promise<void> {
  visitors.set(secretary.login, secretary);
  await Promise.all(
    (demoSeats[consortium] ?? []).map(async (seat) => {
      const { name, login } = accountOf(seat.login);
      await secretary.run(ADD_PERSON, { input: { account: { name, login, password: sowingPassword }, organisationId: ids.get(seat.organisation), roles: seat.roles } });
      visitors.set(login, await new Visitor(stage, login).signIn(sowingPassword));
    }),
  );
}

/** Owners upload side by side, as they would. */
async function uploadRegisters(consortium: Founded, visitors: Map<string, Visitor>, registers: readonly DemoRegister[]): Promise<void> {
  await Promise.all(
    registers.map(async ({ owner, login, register, fileName, rows }) => {
      const visitor = visitors.get(login)!;
      const fileId = await visitor.upload(fileName, csv(rows));
      const { startImport } = await visitor.run(START, { input: { fileId, register, ownerId: consortium.organisations.get(owner) } });
      await reach(visitor, startImport.id, 'REVIEW');
      await visitor.run(APPLY, { id: startImport.id });
      await reach(visitor, startImport.id, 'DONE');
    }),
  );
}

async function reach(visitor: Visitor, id: string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { import: state } = await visitor.run(STATE, { id });
    if (state.state === wanted) return;
    if (state.state === 'FAILED') throw new Error(`demo: import failed: ${state.error}`);
    await wait(50);
  }
  throw new Error(`demo: import did not reach ${wanted}`);
}

/** What is dear is asked for: its owners answer each booking, and keep a pause behind it. */
async function askForApproval(visitors: Map<string, Visitor>): Promise<void> {
  const dear = [
    ['factory', '五轴'],
    ['factory', '转向架总成'],
    ['engine', '3D打印'],
    ['engine', '航空发动机'],
    ['keeper', '列车牵引'],
    ['park', '产教融合报告厅'],
    ['park', '中试车间'],
  ] as const;
  for (const [login, search] of dear) {
    const visitor = visitors.get(login)!;
    const { resources } = await visitor.run('query ($search: String!) { resources(filter: { search: $search, kinds: [EQUIPMENT, VENUE] }) { nodes { id version viewerCanUpdate } } }', { search });
    for (const resource of resources.nodes.filter((one: { viewerCanUpdate: boolean }) => one.viewerCanUpdate)) {
      await visitor.run('mutation ($id: ID!, $version: Int!, $input: UpdateResourceInput!) { updateResource(id: $id, version: $version, input: $input) { id } }', { id: resource.id, version: resource.version, input: { needsApproval: true, bufferAfter: 30, holdHours: 72 } });
    }
  }
}

/** Machines stand still for good reasons, now and in the days to come. */
async function planMaintenance(visitors: Map<string, Visitor>): Promise<void> {
  for (const [login, search, day, from, until, reason] of MAINTENANCE) {
    const visitor = visitors.get(login)!;
    const { resources } = await visitor.run('query ($search: String!) { resources(filter: { search: $search, bookable: true }, first: 1) { nodes { id } } }', { search });
    const midnight = midnightIn(day);
    const input = { resourceId: resources.nodes[0].id, startsAt: new Date(midnight + from * HOUR).toISOString(), endsAt: new Date(midnight + until * HOUR).toISOString(), reason };
    await visitor.run('mutation ($input: CreateMaintenanceInput!) { createMaintenance(input: $input) { __typename } }', { input }, new Date(Math.min(Date.now(), midnight - DAY)));
  }
}

/** The park administrator and the coordinator work in a second consortium, each with other rights there. */
async function admitElsewhere(visitors: Map<string, Visitor>, founded: Map<string, Founded>): Promise<void> {
  const { secretary, organisations: ids } = founded.get(MACHINERY)!;
  for (const [login, roles] of [['park', ['AUDITOR']], ['coordinator', ['COORDINATOR']]] as const) {
    const { createJoinCode } = await visitors.get(login)!.run('mutation { createJoinCode { code } }');
    await secretary.run('mutation ($input: AdmitPersonInput!) { admitPerson(input: $input) { id } }', { input: { joinCode: createJoinCode.code, organisationId: ids.get('轨道职院'), roles } });
  }
}
