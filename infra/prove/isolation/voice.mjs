import { Agent, request } from 'node:http';

/** Speaks to the product as each of the actors, over kept connections, and hands back every byte that came. */
export class Voice {
  #agent = new Agent({ keepAlive: true, maxSockets: 24, scheduling: 'lifo' });

  constructor(url) {
    this.url = url;
  }

  graph({ client }, query, variables = {}) {
    return this.send({ client }, 'POST', '/graphql', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  }

  /**
   * A connection that was kept may have been closed at the other end just now: then once more, on one of its own.
   * @returns {Promise<{ status: number, text: string, bytes: Buffer }>} status 0 where there was no answer
   */
  async send(actor, method, path, options = {}) {
    const once = () => this.#send(actor, method, path, options, this.#agent);
    const alone = () => this.#send(actor, method, path, options, false);
    return once().catch(alone).catch((error) => ({ status: 0, text: String(error), bytes: Buffer.from(String(error)) }));
  }

  #send({ client }, method, path, { headers = {}, body }, agent) {
    return new Promise((resolve, reject) => {
      const given = { 'x-forwarded-for': client?.address ?? '10.9.9.9', ...(client?.cookie && { cookie: client.cookie }), ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) };
      const asked = request(`${this.url}${path}`, { method, agent, headers: given }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          // As a browser does: who takes another seat has another session.
          const fresh = response.headers['set-cookie']?.map((line) => /^gj_session=[^;]+/.exec(line)?.[0]).find(Boolean);
          if (fresh && client) client.cookie = fresh;
          const bytes = Buffer.concat(chunks);
          resolve({ status: response.statusCode, bytes, text: bytes.toString('utf8') });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  close() {
    this.#agent.destroy();
  }
}

/** Who asks something: everybody, or of a sample those whose turn it is. */
export const turn = (actors, index) => (typeof actors === 'function' ? actors(index) : actors);

/** Does all of it, so many at a time. */
export async function each(list, run, atOnce = 8) {
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < list.length) await run(list[next++]);
  }));
}
