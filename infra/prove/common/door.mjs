import { Agent, request } from 'node:http';

/** Speaks GraphQL to the product over kept connections, with as little work as possible: the measuring must not be what is measured. */
export class Door {
  #agent;

  /** @param {number} connections at most this many at once to one process */
  constructor(connections) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'lifo' });
  }

  /**
   * @param {string} url of the process
   * @param {string} cookie of whoever asks
   * @returns {Promise<{ status: number, data?: any, errors?: any[], milliseconds: number }>} status 0 when there was no answer
   */
  ask(url, cookie, query, variables) {
    const payload = JSON.stringify({ query, variables });
    const started = performance.now();
    return new Promise((resolve) => {
      const lost = (error) => resolve({ status: 0, errors: [{ message: String(error), extensions: { code: 'NO_ANSWER' } }], milliseconds: performance.now() - started });
      const asked = request(`${url}/graphql`, { method: 'POST', agent: this.#agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload), cookie } }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', lost);
        response.on('end', () => {
          const milliseconds = performance.now() - started;
          resolve({ ...readJson(Buffer.concat(chunks).toString('utf8')), status: response.statusCode, milliseconds });
        });
      });
      asked.on('error', lost);
      asked.end(payload);
    });
  }

  /** An operation that has to succeed. */
  async run(url, cookie, query, variables) {
    const { status, data, errors } = await this.ask(url, cookie, query, variables);
    if (status !== 200 || errors || !data) throw new Error(`${status} ${JSON.stringify(errors)} for ${query}`);
    return data;
  }

  close() {
    this.#agent.destroy();
  }
}

function readJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: text.slice(0, 200), extensions: { code: 'NO_JSON' } }] };
  }
}
