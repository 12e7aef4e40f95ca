import { type LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type OutgoingCode = 'ADDRESS_MALFORMED' | 'ADDRESS_NOT_HTTPS' | 'ADDRESS_REFUSED' | 'NAME_UNKNOWN' | 'UNREACHABLE' | 'TLS_FAILED' | 'TIMED_OUT' | 'ANSWER_TOO_LARGE';

/** Why nothing, or nothing whole, came back. The text names no address: it may be logged. */
export class OutgoingError extends Error {
  constructor(
    readonly code: OutgoingCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'OutgoingError';
  }
}

export interface OutgoingRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** For all of it, from the look-up of the name to the last byte. */
  milliseconds?: number;
  /** Of the answer's body. */
  maxBytes?: number;
}

export interface OutgoingAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const MILLISECONDS = 5000;
const MAX_BYTES = 256 * 1024;
/** Global unicast. What lies outside is this machine's or this network's, or translates to it. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Azure's virtual server for machines, the one metadata address that looks public. */
const METADATA = ['168.63.129.16'];

type Resolve = (name: string) => Promise<LookupAddress[]>;

/**
 * Requests to addresses that somebody has typed (an identity provider, a webhook): the one way out for these. A name is resolved once, its addresses
 * are looked at, and the connection goes to exactly these, so no second answer of a name server can lead inside. Redirects are handed back, not followed.
 */
export class Outgoing {
  private readonly networks: ReturnType<typeof parseNetwork>[];

  /**
   * @param networks what may be reached besides the public Internet, such as a campus network: `10.20.0.0/16`
   * @param resolve for tests
   */
  constructor(
    networks: readonly string[],
    private readonly resolve: Resolve = (name) => lookup(name, { all: true, verbatim: true }),
  ) {
    this.networks = networks.map(parseNetwork);
  }

  /** Whether an address could be asked at all; says so at its field before anything is kept. Connects to nobody. @throws OutgoingError */
  async check(address: string | URL): Promise<void> {
    const url = parse(address);
    await this.addressesOf(url);
  }

  /** @throws OutgoingError when there is no whole answer; an answer of any status is an answer */
  async send(address: string | URL, { milliseconds = MILLISECONDS, ...request }: OutgoingRequest = {}): Promise<OutgoingAnswer> {
    const url = parse(address);
    const signal = AbortSignal.timeout(milliseconds);
    try {
      const addresses = await Promise.race([this.addressesOf(url), aborted(signal)]);
      return await exchange(url, addresses, request, signal);
    } catch (error) {
      throw signal.aborted ? new OutgoingError('TIMED_OUT') : told(error);
    }
  }

  /** All of a name's addresses, or none: a name that also leads inside is not half trusted. */
  private async addressesOf(url: URL): Promise<LookupAddress[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const family = isIP(host);
    const addresses = family ? [{ address: host, family }] : await this.resolve(host).catch(() => []);
    if (addresses.length === 0) throw new OutgoingError('NAME_UNKNOWN');
    for (const { address } of addresses) {
      const known = ipaddr.process(address);
      const allowed = this.networks.some((network) => network[0].kind() === known.kind() && known.match(network as never));
      if (!allowed && !isPublic(known)) throw new OutgoingError('ADDRESS_REFUSED');
      if (url.protocol !== 'https:' && !(allowed && known.range() === 'loopback')) throw new OutgoingError('ADDRESS_NOT_HTTPS');
    }
    return addresses;
  }
}

/** A name server may take its time; nobody can call a look-up back. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

function exchange(url: URL, addresses: LookupAddress[], { method = 'GET', headers = {}, body, maxBytes = MAX_BYTES }: OutgoingRequest, signal: AbortSignal): Promise<OutgoingAnswer> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method,
      headers: { 'accept-encoding': 'identity', ...headers },
      signal,
      // A connection of its own: a pooled one was opened after another look-up.
      agent: false,
      lookup: (_name, { all }, done) => (all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family)),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxBytes) request.destroy(new OutgoingError('ANSWER_TOO_LARGE'));
        else chunks.push(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    request.end(body);
  });
}

/** @throws Error when it is no network, such as 10.20.0.0/16 */
export function parseNetwork(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  return ipaddr.parseCIDR(text);
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv6' ? address.match(GLOBAL_V6 as never) : !METADATA.includes(address.toString());
}

/** Names and passwords before the host would be sent along. */
function parse(address: string | URL): URL {
  const url = URL.parse(String(address));
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) throw new OutgoingError('ADDRESS_MALFORMED');
  return url;
}

function told(error: unknown): OutgoingError {
  if (error instanceof OutgoingError) return error;
  const code = String((error as { code?: unknown }).code ?? '');
  return new OutgoingError(/CERT|TLS|SSL|VERIFY|SIGNATURE|EPROTO/.test(code) ? 'TLS_FAILED' : 'UNREACHABLE', { cause: error });
}
