import { createServer } from 'node:http';
import pg from 'pg';
import { Batch } from '../../../libs/platform/dist/database/batch.js';

/** The limit: statements that somebody has written by hand, in the same transaction and behind the same policies, and PostgreSQL's own JSON passed on as it is. */
const { connectionString, settings, port, questions } = JSON.parse(process.env.PEER);
const pool = new pg.Pool({ connectionString, max: 20 });
const names = Object.keys(settings);
const identity = { text: `select ${names.map((name, index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`, values: Object.values(settings), name: 'identity' };

async function answer({ question, values }) {
  const client = await pool.connect();
  try {
    const batch = new Batch(() => undefined);
    const answers = [
      batch.add({ text: 'begin isolation level repeatable read, read only', values: [], name: 'begin' }),
      batch.add(identity),
      // As text: what is JSON already needs no reading and writing.
      batch.add({ text: questions[question].replace(' as answer', '::text as answer'), values, name: `question ${question}` }),
      batch.add({ text: 'commit', values: [], name: 'commit' }),
    ];
    client.query(batch);
    const [, , { rows }] = await Promise.all(answers);
    return rows[0].answer;
  } finally {
    client.release();
  }
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    answer(variables).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":{"answer":${text}}}`),
      (error) => response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] })),
    );
  });
}).listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
