import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { rolesOf, Secrets, urlAs } from '../../../libs/platform/dist/index.js';
import { EntryWriter } from '../../../libs/platform/dist/audit/entry.js';

import { as } from '../../test/product.mjs';

const AT_ONCE = 200;
const WRITERS = 4;
const OPERATIONS = ['createBooking', 'updateResource', 'decideBooking', 'grantRole', 'revealPersonalData'];

/** Fills the log of a consortium by the writer of the product, as the product's own role, and from several connections at once. */
export async function fillLog({ database, consortium, rows, chance }) {
  const url = urlAs(database.url, rolesOf(database.url).app, new Secrets(database.secretKey));
  const secrets = new Secrets(database.secretKey);
  let left = rows;
  const worker = async () => {
    const client = new pg.Client({ connectionString: url, pipeline: true });
    await client.connect();
    while (left > 0) {
      const count = Math.min(AT_ONCE, left);
      left -= count;
      await client.query(`begin; set local app.tenant = '${consortium.id}'`);
      const sent = [];
      for (let number = 0; number < count; number++) for (const statement of anEntry(consortium, chance, secrets)) sent.push(client.query(statement));
      await Promise.all(sent);
      await client.query('commit');
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: WRITERS }, worker));
}

function anEntry(consortium, chance, secrets) {
  const writer = new EntryWriter();
  const operation = chance.pick(OPERATIONS);
  for (let number = 1 + chance.below(3); number > 0; number--) {
    writer.add({
      action: operation === 'revealPersonalData' ? 'reveal' : 'update',
      type: 'Resource',
      id: randomUUID(),
      before: { state: 'IN_USE', place: `${chance.below(100)} 号楼`, version: chance.below(50) },
      after: { state: 'IDLE', place: '䶮㛃楼', share: chance.next(), note: null, version: 51, tags: ['甲', '"乙"', '\\'] },
    });
  }
  const header = { tenantId: consortium.id, at: new Date(), operation, personId: randomUUID(), organisationId: consortium.lead.id, bySystem: false, roles: ['COORDINATOR'], address: `10.0.${chance.below(256)}.7`, requestId: randomUUID(), result: 'DONE', code: null };
  return writer.statements(header, secrets);
}

/** Waits until the product has sealed all of it. @returns milliseconds that the last entry waited */
export async function sealed(database, consortium) {
  const started = Date.now();
  for (;;) {
    const waiting = await as(database.url, async (client) => (await client.query('select count(*)::int as count from platform.audit_unsealed where tenant_id = $1', [consortium.id])).rows[0].count);
    if (waiting === 0) return Date.now() - started;
    await wait(100);
  }
}

/** The export as an auditor takes it, over HTTP. */
export async function takeExport(consortium, folder, name) {
  const auditor = await consortium.person(['AUDITOR'], consortium.lead.id, '验证审计员');
  const fetched = async (path) => {
    const response = await auditor.fetch(`/audit-files/${path}`);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.text();
  };
  const text = await fetched('entries.jsonl');
  const head = JSON.parse(await fetched('head.json'));
  const file = join(folder, name);
  writeFileSync(file, text);
  return { file, lines: text.trimEnd().split('\n'), head };
}

