import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Verifier } from '../verify/audit/verify.mjs';
import { as } from '../test/product.mjs';
import { fillLog, sealed, takeExport } from './audit/log.mjs';
import { eachMutation } from './audit/mutations.mjs';
import { NEEDED, TAMPERINGS } from './audit/tamper.mjs';
import { Chance } from './common/numbers.mjs';
import { foundConsortium } from './common/people.mjs';

export const about = 'each mutation is one entry of the audit log, and whatever is done to the log afterwards is found';
export const options = { rows: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '2' }, seed: { type: 'string', default: '2026' } };

export async function measure(bed) {
  const database = await bed.database({});
  const product = await bed.product({ database });
  const folder = mkdtempSync(join(tmpdir(), 'gongjian-audit-'));
  bed.keep(() => rmSync(folder, { recursive: true, force: true }));

  bed.say('each mutation of the schema …');
  const found = await eachMutation(bed, product, database);
  const { report } = bed;
  report.section('Each mutation of the composed schema');
  report.line('mutations in the schema', found.names, { atLeast: 20 });
  report.line(`without a sample${named(found.withoutSample)}`, found.withoutSample.length, { exactly: 0 });
  report.line(`whose sample does not succeed${named(found.failed)}`, found.failed.length, { exactly: 0 });
  report.line(`that wrote another number of entries than one${named(found.wrong)}`, found.wrong.length, { exactly: 0 });
  report.line(`samples of mutations that are gone${named(found.stale)}`, found.stale.length, { exactly: 0 });
  report.line('entries of a refused attempt', found.refused, { exactly: 1 });
  report.line('entries of a wrong password', found.doorEvents, { exactly: 1 });
  report.line('entries of a read', found.reads, { exactly: 0 });

  const consortium = await foundConsortium(product, '审计验证联合体');
  const rows = bed.number('rows');
  const chance = new Chance(bed.number('seed'));
  bed.say(`${rows} entries …`);
  const started = Date.now();
  await fillLog({ database, consortium, rows, chance });
  const wrote = Date.now() - started;
  const waited = await sealed(database, consortium);
  const { lines, head } = await takeExport(consortium, folder, 'entries.jsonl');
  const clean = verify(lines, { keys: [head.publicKey] });
  report.section(`${rows} entries, written by four connections, sealed by the product meanwhile`);
  report.line('entries written per second', rows / (wrote / 1000));
  report.line('seconds until all were sealed', waited / 1000);
  report.line('entries in the export', clean.counts.entries, { atLeast: rows });
  report.line('signed heads in the export', clean.counts.checkpoints, { atLeast: 2 });
  report.line(`faults found where nothing was done${named(clean.faults.slice(0, 3).map(({ what }) => what))}`, clean.faults.length, { exactly: 0 });
  await tamperWithFile(bed, lines, head, chance);
  await tamperWithDatabase(bed, { database, consortium, folder, head });
}

const named = (list) => (list.length > 0 ? ` (${list.join(', ')})` : '');

function verify(lines, options) {
  const verifier = new Verifier(options);
  for (const line of lines) verifier.read(line);
  return verifier.end();
}

async function tamperWithFile(bed, lines, head, chance) {
  const { report } = bed;
  const places = lines.flatMap((line, index) => (line.startsWith('{"line":"entry"') && index > 5 && index < lines.length - 30 && JSON.parse(line).changes.length > 0 ? [index] : []));
  const missed = [];
  let tried = 0;
  for (let round = 0; round < bed.number('rounds'); round++) {
    for (const [name, tamper] of Object.entries(TAMPERINGS)) {
      tried++;
      const at = chance.pick(places);
      const { faults } = verify(tamper(lines, at), { keys: [head.publicKey] });
      if (faults.length === 0) missed.push(`${name} at line ${at}`);
      if (tried % 10 === 0) bed.say(`${tried} tamperings …`);
    }
  }
  report.section('The file, tampered with at random places');
  report.line('kinds of tampering', Object.keys(TAMPERINGS).length, { atLeast: 30 });
  report.line('tried', tried);
  report.line(`not found${named(missed)}`, missed.length, { exactly: 0 });
  report.section('Control: a verifier without one of its checks has to miss what the check is for');
  // Not beside a signed head: there the signature finds out as well.
  const inside = places.filter((at) => [-2, -1, 1, 2].every((step) => lines[at + step].startsWith('{"line":"entry"')));
  for (const [check, tamper] of Object.entries(NEEDED)) {
    const broken = tamper(lines, chance.pick(inside));
    const [seeing, blind] = [{}, { [check]: false }].map((checks) => verify(broken, { keys: [head.publicKey], checks }).faults.length);
    report.line(`without the check of ${check}: missed (with it: ${seeing} found)`, blind === 0 && seeing > 0 ? 1 : 0, { exactly: 1 });
  }
  const kept = verify(NEEDED.extent(lines), { heads: [head], checks: { extent: false } });
  report.line('and a head kept elsewhere shows the cut all the same', kept.faults.filter(({ what }) => what.includes('cut off')).length, { exactly: 1 });
}

/** By somebody who owns the database and has switched the triggers off. */
async function tamperWithDatabase(bed, { database, consortium, folder, head }) {
  const { report } = bed;
  report.section('The database, tampered with by its owner, triggers off');
  const attack = async (name, statement) => {
    await as(database.url, async (client) => {
      await client.query('begin');
      await client.query('set local session_replication_role = replica');
      await client.query(statement.replaceAll('$tenant', `'${consortium.id}'`));
      await client.query('commit');
    });
    await sealed(database, consortium);
    const { lines } = await takeExport(consortium, folder, 'attacked.jsonl');
    const { faults } = verify(lines, { keys: [head.publicKey], heads: [head] });
    report.line(`${name}: faults found${named(faults.slice(0, 1).map(({ what, seq }) => `${what}, seq ${seq}`))}`, faults.length, { atLeast: 1 });
    return faults.length;
  };
  const pick = (offset) => `(select entry_id from platform.audit_seal where tenant_id = $tenant and seq = ${offset})`;
  await attack('one value of one entry', `update platform.audit_entry set address = '10.9.9.9' where tenant_id = $tenant and id = ${pick(100)}`);
  await attack('one change gone', `delete from platform.audit_change where tenant_id = $tenant and entry_id = ${pick(200)} and ordinal = 1`);
  await attack('one entry gone', `delete from platform.audit_entry where tenant_id = $tenant and id = ${pick(300)}`);
}
