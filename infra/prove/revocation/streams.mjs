import { request } from 'node:http';

/** A page that is open and hears what changes. */
export class Stream {
  endedAt = null;

  /** @returns the stream once the server has answered */
  static open(url, cookie) {
    const stream = new Stream();
    return new Promise((resolve, reject) => {
      stream.asked = request(`${url}/events`, { headers: { cookie, accept: 'text/event-stream' } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`/events answered ${response.statusCode}`));
        stream.response = response;
        response.on('data', () => resolve(stream));
        response.on('close', () => (stream.endedAt ??= Date.now()));
        response.on('error', () => (stream.endedAt ??= Date.now()));
      });
      stream.asked.on('error', (error) => {
        stream.endedAt ??= Date.now();
        reject(error);
      });
      stream.asked.end();
    });
  }

  close() {
    this.asked.destroy();
  }
}
