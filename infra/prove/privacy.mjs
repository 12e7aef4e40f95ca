import { inflateRawSync } from 'node:zlib';
import { KeyRing, mailPlaces, rolesOf, Secrets, urlAs } from '../../libs/platform/dist/index.js';
import { as } from '../test/product.mjs';
import { anotherKey } from './privacy/another-key.mjs';
import { ask, badInputs, questions, schemaOf } from './privacy/asking.mjs';
import { Canaries, found } from './privacy/canaries.mjs';
import { dump, onDisk, registerOf, whereabouts } from './privacy/store.mjs';
import { plant } from './privacy/world.mjs';

export const about = 'canaries in all personal columns: none in logs, errors, mails to others, answers and exports to whoever may not see them, and none of what is sealed in a dump of the database or on its disk';
export const options = { seed: { type: 'string', default: '2026' } };

/** Shown in full to nobody but by a look that is recorded, whatever the role. */
const GUARDED = ['id', 'phone', 'password', 'totp', 'typed', 'document'];
const FILES = ['/exports/resources.xlsx', '/audit-files/entries.jsonl', '/audit-files/entries.xlsx', '/audit-files/head.json', '/data-protection/register.xlsx'];
/** Personal columns in which nothing stands that anybody types: ids, times, words of ours. */
const TYPED = ['NAME', 'LOGIN', 'CONTACT', 'ID_NUMBER', 'FREE_TEXT', 'DOCUMENT', 'PROFESSION'];

/** Of those kinds, and yet nothing that the world of the proof types in clear stands in them. */
const UNTYPED = {
  'platform.audit_change.before': 'what was changed; the same texts as in after',
  'directory.person.sort_name': 'follows from the name, in pinyin',
  'directory.account.email': 'stands there once its holder has opened the link of a mail; until then in directory.account_token.email',
  'directory.agreement_signature.person_name': 'the name of whoever signs between consortia, as directory.person has it: not typed again',
  'directory.erasure.reason': 'another measure closes accounts',
  'directory.correction.wish': 'another measure asks for corrections',
  'directory.correction.answer': 'another measure asks for corrections',
  'scheduling.resource.name_key': 'follows from the name, in pinyin',
  'scheduling.resource.code_key': 'follows from the code',
  'scheduling.minor_access.reason': 'another measure opens the records of minors',
  'scheduling.minor_access.answer': 'another measure opens the records of minors',
  'scheduling.resource_search.pieces': 'numbers',
  'scheduling.booking_search.pieces': 'numbers',
  'scheduling.import.further_sheets': 'a CSV file has no sheets',
  'scheduling.import_row.problems': 'codes and the numbers of columns',
  'scheduling.import_row.changes': 'a line that is new changes nothing',
};

const named = (list) => (list.length > 0 ? ` (${list.slice(0, 6).join(', ')}${list.length > 6 ? ', …' : ''})` : '');

export async function measure(bed) {
  const { report } = bed;
  for (const mode of ['one', 'services']) {
    bed.say(`${mode === 'one' ? 'one process' : 'separate processes'}: planting …`);
    const canaries = new Canaries(bed.number('seed') + mode.length);
    const database = await bed.database({ durable: true });
    const product = await bed.product({ database, mode });
    const world = await plant(product, canaries, database);
    const schema = await schemaOf(world.operator);
    report.section(`${mode === 'one' ? 'One process' : 'Separate processes'}: ${canaries.all.size} canaries`);
    await answers(bed, world, canaries, schema);
    await files(bed, world, canaries);
    await faults(bed, product, world, canaries, schema, database);
    if (mode === 'one') await store(bed, database, canaries);
    await mails(bed, database, canaries);
    logs(bed, product, canaries);
    if (mode === 'one') await changed(bed, { database, product, world, canaries });
  }
}

/** Everything that can be asked, by everybody. */
async function answers({ report }, world, canaries, schema) {
  const known = { id: world.booked.id, resourceId: world.entries[0].id, personId: world.people.TEACHER.id, resourceIds: world.entries[0].id, organisationId: world.consortium.lead.id, importId: world.importId, email: 'nobody@privacy.example' };
  const all = questions(schema, known);
  const leaks = [];
  let asked = 0;
  let answered = 0;
  const guarded = canaries.texts(({ kind }) => GUARDED.includes(kind));
  const everything = canaries.texts();
  for (const { client, role } of Object.values(world.people)) {
    for (const question of all) {
      const { text, answered: did } = await ask(client, question);
      asked++;
      answered += did ? 1 : 0;
      const others = canaries.texts(({ kind, of }) => (kind === 'email' || kind === 'login' || kind === 'applicant') && of !== role);
      for (const canary of found([...guarded, ...others], text)) leaks.push(`${role} ${question.name} ${canaries.all.get(canary).kind}`);
    }
  }
  for (const [who, client] of [['foreign', world.foreign], ['anonymous', world.anonymous], ['operator', world.operator]]) {
    for (const question of all) {
      const { text } = await ask(client, question);
      asked++;
      for (const canary of found(everything, text)) leaks.push(`${who} ${question.name} ${canaries.all.get(canary).kind}`);
    }
  }
  report.line('questions of the schema', all.length, { atLeast: 30 });
  report.line('answers searched, of every role and of strangers', asked, { atLeast: 500 });
  report.line('  of which told something', answered, { atLeast: 200 });
  report.line(`in full, or of others, where it may not be${named(leaks)}`, leaks.length, { exactly: 0 });
  const { text } = await ask(world.people.SECRETARY.client, { queries: ['mutation ($id: ID!) { revealPersonalData(resourceId: $id) { idNumber phone } }'], variables: { id: world.entries[0].id } });
  report.line('control: found in the answer to a recorded look', found(guarded, text).length, { exactly: 2 });
  const applied = await ask(world.people.ORGANISATION_ADMINISTRATOR.client, all.find(({ name }) => name === 'registrations'));
  report.line('control: what somebody wrote who asks to come in, found by who answers', found(canaries.texts(({ kind }) => kind === 'applicant'), applied.text).length, { exactly: 1 });
}

/** Every file that leaves. */
async function files({ report }, world, canaries) {
  const guarded = canaries.texts(({ kind }) => GUARDED.includes(kind) || kind === 'applicant');
  const leaks = [];
  let got = 0;
  for (const { client, role } of [...Object.values(world.people), { client: world.foreign, role: 'foreign' }, { client: world.anonymous, role: 'anonymous' }]) {
    for (const path of [...FILES, `/imports/${world.importId}/rejected.xlsx`, '/my-data/export.json']) {
      const response = await client.fetch(path);
      const content = opened(Buffer.from(await response.arrayBuffer()));
      if (response.ok) got++;
      // One's own data, and refused lines for those who may see them anyway, are in full.
      const inFull = path.startsWith('/imports') && ['SECRETARY', 'ORGANISATION_ADMINISTRATOR'].includes(role);
      const wanted = role === 'foreign' || role === 'anonymous' ? canaries.texts() : inFull ? [] : guarded;
      for (const canary of found(wanted, content)) leaks.push(`${role} ${path.replace(world.importId, ':id')} ${canaries.all.get(canary).kind}`);
    }
  }
  report.line('files that were handed out', got, { atLeast: 20 });
  report.line(`in files of the wrong role${named(leaks)}`, leaks.length, { exactly: 0 });
  const secretarys = await world.people.SECRETARY.client.fetch(`/imports/${world.importId}/rejected.xlsx`);
  const rejected = found(guarded, opened(Buffer.from(await secretarys.arrayBuffer())));
  report.line('control: found in refused lines, for who may see them', rejected.length, { atLeast: 1 });
}

/** Text of a workbook: its parts, inflated. */
function opened(bytes) {
  if (bytes.readUInt16BE(0) !== 0x504b) return bytes;
  const parts = [];
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    const [method, size, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(start, start + size);
    parts.push(method === 8 ? inflateRawSync(part) : part);
  }
  return Buffer.concat(parts);
}

/** Every change with a canary in each of its texts, and every address with one in it: refused, told to nobody else, kept nowhere. */
async function faults({ report }, product, world, canaries, schema, database) {
  const bad = new Canaries(77);
  const mine = [];
  const canary = () => {
    const text = bad.text('bad');
    mine.push(text);
    return text;
  };
  let refused = 0;
  const kept = [];
  for (const role of ['SECRETARY', 'STUDENT']) {
    for (const { name, query, variables } of badInputs(schema, canary)) {
      const response = await world.people[role].client.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
      const text = await response.text();
      const typed = found(mine, JSON.stringify(variables));
      if (/"errors"/.test(text) || response.status !== 200) {
        refused++;
        kept.push(...typed.map((one) => [one, name]));
      }
    }
  }
  for (const path of ['/auth/sign-in', '/auth/reset', '/auth/reset/ask', '/auth/email/confirm', '/auth/password', '/auth/registration/link', '/auth/registration/ask', '/auth/registration', '/auth/registration/register']) {
    const typed = canary();
    await world.anonymous.post(path, { login: typed, password: typed, account: typed, token: typed, code: typed, current: typed, next: typed, name: typed, email: typed, role: typed, note: typed, noticeVersion: 1 });
    kept.push([typed, path]);
  }
  for (const path of ['/', '/resources', '/files/', '/graphql', '/reset', '/imports/', '/exports/resources.xlsx', '/audit-files/entries.jsonl', '/nowhere/', '/%zz']) {
    const typed = canary();
    await world.people.SECRETARY.client.fetch(`${path}${path.endsWith('/') ? encodeURIComponent(typed) : ''}?search=${encodeURIComponent(typed)}&q=${encodeURIComponent(typed)}`).catch(() => undefined);
    // What an export was filtered by is part of its entry in the audit log.
    if (!path.startsWith('/exports') && !path.startsWith('/audit-files')) kept.push([typed, path]);
  }
  const places = whereabouts(kept.map(([text]) => text), await dump(database));
  const where = [...places].map(([text, columns]) => `${kept.find(([one]) => one === text)[1]} in ${columns[0]}`);
  report.line('changes with a canary in every text that were refused', refused, { atLeast: 60 });
  report.line(`kept of what was refused${named([...new Set(where)])}`, places.size, { exactly: 0 });
  for (const text of mine) canaries.all.set(text, { kind: 'bad', of: 'bad', sealed: false });
}

/** What a backup has in it. */
async function store({ report }, database, canaries) {
  await as(database.url, (client) => client.query('checkpoint'));
  const register = await registerOf(database);
  const columns = await dump(database);
  const places = whereabouts(canaries.texts(), columns);
  const sealed = canaries.texts(({ sealed: never }) => never);
  const clear = sealed.filter((text) => places.has(text));
  report.line('columns in the dump', columns.size, { atLeast: 400 });
  report.line('canaries of what is sealed or hashed', sealed.length, { atLeast: 15 });
  report.line(`in clear in the dump${named([...new Set(clear.flatMap((text) => places.get(text)))])}`, clear.length, { exactly: 0 });
  const disk = onDisk(database.folder, canaries.texts());
  report.line('megabytes of tables and write-ahead log searched', Math.round(disk.bytes / 1_048_576), { atLeast: 20 });
  report.line('in clear on the disk', sealed.filter((text) => disk.seen.has(text)).length, { exactly: 0 });
  report.line('control: names and notes found on the disk', canaries.texts(({ kind }) => kind === 'name' || kind === 'text').filter((text) => disk.seen.has(text)).length, { atLeast: 10 });
  // What was typed as nonsense and taken says nothing of anybody.
  const strayed = [...places].filter(([text]) => canaries.all.get(text).kind !== 'bad').flatMap(([text, found]) => found.filter((column) => !register.some((known) => `${known.table}.${known.column}` === column && ['PERSONAL', 'SENSITIVE', 'SECRET'].includes(known.class))).map((column) => `${canaries.all.get(text).kind} in ${column}`));
  report.line(`in columns that the register does not call personal${named([...new Set(strayed)])}`, strayed.length, { exactly: 0 });
  const open = register.filter(({ column, class: grade, kind, protection }) => grade === 'PERSONAL' && protection === 'PLAIN' && TYPED.includes(kind) && !column.endsWith('_id'));
  const reached = new Set([...places.values()].flat());
  const filled = open.filter(({ table, column }) => reached.has(`${table}.${column}`));
  report.line('personal columns of typed text with a canary in them', filled.length, { atLeast: 20 });
  const unfilled = open.filter((column) => !filled.includes(column) && !(`${column.table}.${column.column}` in UNTYPED)).map(({ table, column }) => `${table}.${column}`);
  report.line(`without one, and without a reason${named(unfilled)}`, unfilled.length, { exactly: 0 });
  await as(database.url, (client) => client.query(`create table scheduling.leak as select $1::text as number`, [sealed[0]]));
  report.line('control: an unsealed column, found', found(sealed, (await dump(database)).get('scheduling.leak.number')).length, { exactly: 1 });
  await as(database.url, (client) => client.query('drop table scheduling.leak'));
}

/** Every mail there is, opened as its recipient opens it. */
async function mails({ report }, database, canaries) {
  const secrets = new Secrets(database.secretKey);
  const ring = new KeyRing(urlAs(database.url, rolesOf(database.url).app, secrets), secrets);
  const rows = await as(database.url, async (client) => (await client.query('select tenant_id, id, recipient, content from platform.mail where content is not null')).rows);
  const leaks = [];
  for (const { tenant_id: tenant, id, recipient, content } of rows) {
    const at = mailPlaces(id);
    const to = JSON.parse(await ring.open(tenant, at.recipient, recipient));
    const text = await ring.open(tenant, at.content, content);
    const holder = [...canaries.all].find(([value]) => value === to.address)?.[1].of;
    const foreign = canaries.texts(({ kind, of }) => GUARDED.includes(kind) || kind === 'applicant' || ((kind === 'email' || kind === 'login') && of !== holder));
    // An address that somebody typed is greeted by itself.
    for (const canary of found(foreign, text).filter((one) => !to.address.includes(one))) leaks.push(`${canaries.all.get(canary).kind}`);
  }
  await ring.close();
  report.line('mails opened', rows.length, { atLeast: 1 });
  report.line(`in mails to others${named(leaks)}`, leaks.length, { exactly: 0 });
}

/** Another SECRET_KEY, with work going on from where it was. */
async function changed(bed, place) {
  bed.say('another SECRET_KEY …');
  const { refused, during, left, after, keys, log } = await anotherKey(bed, place);
  const { report } = bed;
  report.section('Another SECRET_KEY');
  report.line('refused to start without the one of before', refused, { exactly: 1 });
  report.line('numbers read with both keys', during, { exactly: 2 });
  report.line('data keys still wrapped by the one of before', left, { exactly: 0 });
  report.line('data keys', keys, { atLeast: 2 });
  report.line('numbers read with the new one alone', after, { exactly: 2 });
  report.line('canaries in the log of all that', found(place.canaries.texts(), log).length, { exactly: 0 });
}

function logs({ report }, product, canaries) {
  const log = product.log();
  const texts = canaries.texts();
  const encoded = texts.map((text) => encodeURIComponent(text));
  const leaks = found([...texts, ...encoded], log);
  report.line('bytes of log', log.length, { atLeast: 1 });
  report.line(`in the log${named(leaks.map((text) => canaries.all.get(decodeURIComponent(text))?.kind ?? text))}`, leaks.length, { exactly: 0 });
  report.line('control: a leaking line, found', found(texts, `${log}{"level":"info","what":"signed in ${texts[0]}"}`).length - found(texts, log).length, { exactly: 1 });
}
