import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Outgoing, type OutgoingError } from './outgoing.ts';

const servers: ReturnType<typeof createServer>[] = [];

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

const strict = new Outgoing([]);
const local = new Outgoing(['127.0.0.0/8']);
const named = (...addresses: string[]) => new Outgoing([], async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
const code = async (work: Promise<unknown>) => work.then(() => 'ANSWERED', (error: OutgoingError) => error.code);

describe('outgoing requests', () => {
  it('never go to this machine, this network, or what answers machines about themselves', async () => {
    const inside = ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.100.100.200', '168.63.129.16', '0.0.0.0', '224.0.0.1', '[::1]', '[::]', '[::ffff:10.0.0.1]', '[::7f00:1]', '[fe80::1]', '[fd00:ec2::254]', '[64:ff9b::a00:1]', '[2002:a00:1::]'];
    for (const host of inside) expect([host, await code(strict.send(`https://${host}/`, { milliseconds: 300 }))]).toEqual([host, 'ADDRESS_REFUSED']);
  });

  it('see through other ways of writing an address', async () => {
    for (const host of ['0x7f.1', '2130706433', '017700000001', '127.1']) expect(await code(strict.check(`https://${host}/`))).toBe('ADDRESS_REFUSED');
  });

  it('are refused for a name that leads inside, even if only by one of its addresses', async () => {
    expect(await code(named('10.0.0.1').check('https://idp.example.edu.cn/'))).toBe('ADDRESS_REFUSED');
    expect(await code(named('223.5.5.5', '10.0.0.1').check('https://idp.example.edu.cn/'))).toBe('ADDRESS_REFUSED');
    expect(await code(named('223.5.5.5', '2400:3200::1').check('https://idp.example.edu.cn/'))).toBe('ANSWERED');
    expect(await code(named().check('https://idp.example.edu.cn/'))).toBe('NAME_UNKNOWN');
  });

  it('ask a name server once, and connect to what was looked at', async () => {
    const port = await serve((request, response) => response.end(`for ${request.headers.host}`));
    let asked = 0;
    const rebinding = new Outgoing(['127.0.0.1/32'], async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    const answer = await rebinding.send(`http://idp.example.edu.cn:${port}/`);
    expect(`${answer.status} ${answer.body} ${asked}`).toBe(`200 for idp.example.edu.cn:${port} 1`);
  });

  it('are encrypted, unless this machine itself is asked and may be', async () => {
    const port = await serve((_request, response) => response.end('ok'));
    expect(await code(named('223.5.5.5').check('http://idp.example.edu.cn/'))).toBe('ADDRESS_NOT_HTTPS');
    expect(await code(new Outgoing(['10.0.0.0/8']).check('http://10.0.0.1/'))).toBe('ADDRESS_NOT_HTTPS');
    expect(await code(local.send(`http://127.0.0.1:${port}/`))).toBe('ANSWERED');
    expect(await code(local.send(`https://127.0.0.1:${port}/`))).toBe('TLS_FAILED');
  });

  it('go to web addresses alone, without names and passwords', async () => {
    for (const address of ['', 'idp.example.edu.cn', 'ftp://223.5.5.5/', 'file:///etc/passwd', 'https://admin:secret@idp.example.edu.cn/']) expect(await code(local.check(address))).toBe('ADDRESS_MALFORMED');
  });

  it('follow no redirect', async () => {
    let visits = 0;
    const port = await serve((_request, response) => {
      visits++;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const answer = await local.send(`http://127.0.0.1:${port}/`);
    expect([answer.status, answer.headers.location, visits]).toEqual([302, '/elsewhere', 1]);
  });

  it('end when there is too much, when it takes too long, and when nobody is there', async () => {
    const endless = await serve((_request, response) => {
      const more = () => response.write('x'.repeat(10_000), () => setImmediate(more));
      more();
    });
    expect(await code(local.send(`http://127.0.0.1:${endless}/`, { maxBytes: 50_000 }))).toBe('ANSWER_TOO_LARGE');
    const silent = await serve(() => undefined);
    expect(await code(local.send(`http://127.0.0.1:${silent}/`, { milliseconds: 100 }))).toBe('TIMED_OUT');
    const drip = await serve((_request, response) => void setInterval(() => response.write('.'), 20).unref());
    expect(await code(local.send(`http://127.0.0.1:${drip}/`, { milliseconds: 200 }))).toBe('TIMED_OUT');
    const lost = new Outgoing([], () => new Promise(() => undefined));
    expect(await code(lost.send('https://idp.example.edu.cn/', { milliseconds: 100 }))).toBe('TIMED_OUT');
    expect(await code(local.send('http://127.0.0.1:9/'))).toBe('UNREACHABLE');
  });

  it('carry a body and headers', async () => {
    const port = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => response.writeHead(202).end(`${request.method} ${request.headers['content-type']} ${Buffer.concat(chunks)}`));
    });
    const answer = await local.send(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '共建' });
    expect(`${answer.status} ${answer.body}`).toBe('202 POST text/plain 共建');
  });
});
