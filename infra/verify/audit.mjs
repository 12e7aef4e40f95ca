import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fingerprint } from './audit/crypto.mjs';
import { verifyFile } from './audit/verify.mjs';

/**
 * npm run verify:audit -- FILE [--key FILE] [--head FILE]: checks an exported audit log by itself: no database, no server, nothing of the
 * product but these few files, so that whoever wants to can read them first. Exits 1 on any fault.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string', multiple: true }, head: { type: 'string', multiple: true }, help: { type: 'boolean' } } });
const [file, ...more] = positionals;
if (!file || more.length > 0 || values.help) {
  process.stdout.write(`npm run verify:audit -- FILE [--key FILE] [--head FILE]

  FILE    an export of the audit log (entries.jsonl)
  --key   the installation's public key (base64), kept from elsewhere; several where it was changed
  --head  a signed head that was kept elsewhere (head.json): shows whether the log was cut off behind it
`);
  process.exit(values.help ? 0 : 1);
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    process.stderr.write(`${path}: ${error.code ?? error.message}\n`);
    return process.exit(1);
  }
};
const heads = (values.head ?? []).map((path) => {
  try {
    return JSON.parse(read(path));
  } catch {
    process.stderr.write(`${path}: not a signed head (JSON)\n`);
    return process.exit(1);
  }
});
const keys = (values.key ?? []).map(read);
const { counts, facts, faults, keysSeen } = await verifyFile(file, { keys, heads }).catch((error) => {
  process.stderr.write(`${file}: ${error.code ?? error.message}\n`);
  return process.exit(1);
});

const line = (name, value) => process.stdout.write(`  ${name.padEnd(34)} ${value}\n`);
process.stdout.write(`${file}\n`);
line('consortium', facts.tenantId ?? '?');
line('entries', `${counts.entries} (${facts.first ?? '-'} to ${facts.last ?? '-'})`);
line('changes', counts.changes);
line('signed heads', counts.checkpoints);
line('entries from before the chain', counts.adopted);
line('time', `${facts.from ?? '-'} to ${facts.until ?? '-'}`);
for (const key of keysSeen) line('signed by the key', `${fingerprint(key)}${keys.length > 0 ? '' : '   named by the file itself: compare it with the page, or give --key'}`);
line('faults', faults.length);
if (faults.length === 0) {
  process.stdout.write('\nnothing was changed, dropped, added or reordered\n');
} else {
  const [first] = faults;
  process.stdout.write(`\nfirst fault at seq ${first.seq ?? '?'} (line ${first.at}): ${first.what}\n`);
  for (const { seq, at, what } of faults.slice(1, 10)) process.stdout.write(`            seq ${seq ?? '?'} (line ${at}): ${what}\n`);
  if (faults.length > 10) process.stdout.write(`            and ${faults.length - 10} more\n`);
}
process.exit(faults.length === 0 ? 0 : 1);
