import { randomUUID } from 'node:crypto';
import { aUscc, Client, operator } from '../../../libs/platform/dist/testing/index.js';
import { secretFor } from '../../test/letters.mjs';
import { foundConsortium } from '../common/people.mjs';

export const ROLES = ['SECRETARY', 'PARK_ADMINISTRATOR', 'COUNCIL_MEMBER', 'ORGANISATION_ADMINISTRATOR', 'RESOURCE_KEEPER', 'COORDINATOR', 'TEACHER', 'ENGINEER', 'STUDENT', 'AUDITOR'];
const START = 'mutation ($input: StartImportInput!) { startImport(input: $input) { id } }';

/** Waits until something is so. */
async function until(read, right) {
  for (let tries = 0; tries < 300; tries++) {
    const value = await read();
    if (right(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come to be so');
}

const hour = (days, clock) => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + days * 86_400_000 + (clock - 8) * 3_600_000).toISOString();

/** A consortium in which everything that people can type has been typed, with a canary in each place. */
export async function plant(product, canaries, database) {
  const consortium = await foundConsortium(product, '隐私验证联合体');
  const other = await foundConsortium(product, '别处联合体');
  const { secretary, lead } = consortium;
  const people = {};
  for (const role of ROLES) people[role] = await account(secretary, canaries, role, lead.id);
  const foreign = await other.person(['ORGANISATION_ADMINISTRATOR'], other.lead.id, '外人');
  const teacher = people.TEACHER;

  // Registers: good lines, one that is refused, and a file that is only uploaded.
  const lines = [teacher.name, canaries.name('entry')].map((name) => [canaries.text('code'), name, canaries.idNumber('entry'), canaries.phone('entry'), canaries.text('entry'), canaries.text('subject')].join(','));
  const refused = [randomUUID().slice(0, 8), '', canaries.idNumber('refused'), canaries.phone('refused'), canaries.text('refused'), ''].join(',');
  const fileId = await upload(secretary, `工号,姓名,身份证号,联系电话,备注,专长\n${[...lines, refused].join('\n')}\n`, `${canaries.text('file')}.csv`);
  const { startImport: { id: importId } } = await secretary.run(START, { input: { fileId, ownerId: lead.id, register: 'TEACHERS' } });
  const state = async () => (await secretary.run('query ($id: ID!) { import(id: $id) { state } }', { id: importId })).import.state;
  await until(state, (now) => now === 'REVIEW');
  await secretary.run('mutation ($id: ID!) { applyImport(id: $id) { id } }', { id: importId });
  await until(state, (now) => now === 'DONE');
  await upload(people.ENGINEER.client, `${canaries.document('upload')},${canaries.idNumber('upload')}\n`, 'upload.csv');
  const entries = (await secretary.run('{ resources(filter: { kinds: [TEACHER] }, first: 50) { nodes { id name } } }')).resources.nodes;
  if (entries.length < 2) throw new Error(`the register was not taken in: ${entries.length}`);

  const keeper = { kind: 'EQUIPMENT', name: '隐私验证车床', ownerId: lead.id, keeper: canaries.name('keeper'), department: canaries.text('department'), needsApproval: true };
  const { createResource: machine } = await secretary.run('mutation ($input: CreateResourceInput!) { createResource(input: $input) { id } }', { input: keeper });
  const booking = { title: canaries.text('title'), notes: canaries.text('notes'), purpose: 'PRACTICE_TEACHING', organisationId: lead.id, startsAt: hour(2, 9), endsAt: hour(2, 11), resourceIds: [machine.id] };
  const { createBooking: booked } = await teacher.client.run('mutation ($input: CreateBookingInput!) { createBooking(input: $input) { __typename ... on Booking { id version } } }', { input: booking });
  if (booked.__typename !== 'Booking') throw new Error('the booking was refused');
  await people.ORGANISATION_ADMINISTRATOR.client.run('mutation ($id: ID!, $reason: String) { decideBooking(id: $id, decision: REJECT, reason: $reason) { __typename } }', { id: booked.id, reason: canaries.text('reason') });
  await people.PARK_ADMINISTRATOR.client.run('mutation ($input: CreateMaintenanceInput!) { createMaintenance(input: $input) { __typename } }', { input: { resourceId: machine.id, startsAt: hour(5, 9), endsAt: hour(5, 10), reason: canaries.text('maintenance') } });
  await secretary.run('mutation ($id: ID!, $input: SuspendInput!) { suspendPerson(personId: $id, input: $input) { id } }', { id: people.STUDENT.id, input: { reason: canaries.text('suspension') } });

  // What somebody types at the door: wrong names, wrong passwords, an address that is nobody's, and a way back in.
  const stranger = new Client();
  await stranger.post('/auth/sign-in', { login: canaries.typed('login'), password: canaries.password('wrong') });
  await stranger.post('/auth/sign-in', { login: teacher.login, password: canaries.password('wrong') });
  await stranger.post('/auth/reset/ask', { account: `${canaries.typed('reset')}@privacy.example` });
  await teacher.client.post('/auth/email', { email: canaries.email('TEACHER') });
  await teacher.client.post('/auth/reset/ask', { account: teacher.login });
  const { secret } = await (await teacher.client.post('/auth/totp/begin', {})).json();
  if (secret) canaries.all.set(secret, { kind: 'totp', of: 'TEACHER', sealed: true });
  await register(people.ORGANISATION_ADMINISTRATOR.client, canaries, database);
  await negotiate(people.ORGANISATION_ADMINISTRATOR.client, secretary, lead.id, canaries);
  return { consortium, people, foreign, operator: await operator(), anonymous: new Client(), entries, machine, booked, importId };
}

/** Who asks by themselves to come in: one whose address is not proven, of whom nobody hears, and one whom the administrator reads. */
async function register(administrator, canaries, database) {
  const { openSelfRegistration } = await administrator.run('mutation { openSelfRegistration { link } }');
  const token = openSelfRegistration.link.split('#')[1];
  const guest = new Client();
  const { noticeVersion } = await (await guest.post('/auth/registration/link', { token })).json();
  const ask = async (wish) => {
    const response = await guest.post('/auth/registration/ask', { token, role: 'TEACHER', noticeVersion, ...wish });
    if (!response.ok) throw new Error(`asking to come in: ${response.status} ${await response.text()}`);
    return secretFor(database, wish.email);
  };
  await ask({ name: canaries.typed('stranger'), email: `${canaries.typed('stranger')}@privacy.example`, note: canaries.typed('stranger') });
  const [name, email] = [canaries.name('APPLICANT'), canaries.email('ORGANISATION_ADMINISTRATOR')];
  const secret = await ask({ name: canaries.typed('APPLICANT'), email, note: canaries.applicant('ORGANISATION_ADMINISTRATOR') });
  const response = await guest.post('/auth/registration/register', { token: secret, name, login: canaries.login('APPLICANT'), password: canaries.password('APPLICANT') });
  if (!response.ok) throw new Error(`coming in: ${response.status} ${await response.text()}`);
}

/** What parties say to each other about a draft. */
async function negotiate(administrator, secretary, leadId, canaries) {
  const { addMember: partner } = await secretary.run('mutation ($input: AddMemberInput!) { addMember(input: $input) { id } }', { input: { organisation: { name: '隐私验证签约公司', kind: 'ENTERPRISE', uscc: aUscc() } } });
  const day = (ahead) => hour(ahead, 12).slice(0, 10);
  const { createAgreement } = await administrator.run('mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }', { input: { kind: 'COOPERATION', title: '隐私验证协议', partyIds: [leadId, partner.id], since: day(1), until: day(400) } });
  await administrator.run('mutation ($input: CommentAgreementInput!) { commentAgreement(input: $input) { id } }', { input: { agreementId: createAgreement.id, text: canaries.text('comment') } });
}

async function account(secretary, canaries, role, organisationId) {
  const [name, login, password, email] = [canaries.name(role), canaries.login(role), canaries.password(role), canaries.email(role)];
  const { addPerson: { id } } = await secretary.run('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', { input: { account: { name, login, password, email }, organisationId, roles: [role] } });
  const client = await new Client().signIn(login, password);
  return { id, name, login, email, client, role };
}

async function upload(who, content, name) {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const response = await who.fetch('/files', { method: 'POST', body: form });
  if (response.status !== 201) throw new Error(`upload: ${response.status} ${await response.text()}`);
  return (await response.json()).id;
}
