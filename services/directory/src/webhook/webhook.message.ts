import type { Webhook as Endpoint, WebhookDelivery } from '@gongjian/platform';
import { Webhook } from 'standardwebhooks';

/** One delivery as it is sent: what, whereto, and the secrets that sign it. */
export interface Message {
  url: string;
  id: string;
  body: string;
  secrets: readonly string[];
}

/** BOOKING_CONFIRMED is booking.confirmed. */
export const typeOf = (event: WebhookDelivery['event']): string => (event === 'TEST' ? 'webhook.test' : event.toLowerCase().replace('_', '.'));

/** Which record, in which version, since when: no more. Whoever wants to know what stands in it reads it with a key and its scopes. */
export function messageOf(delivery: WebhookDelivery, endpoint: Endpoint, secrets: readonly string[]): Message {
  const { id, event, subjectId, subjectVersion, happenedAt, tenantId } = delivery;
  const body = JSON.stringify({ type: typeOf(event), timestamp: happenedAt.toISOString(), data: { id: subjectId, version: subjectVersion, consortiumId: tenantId } });
  return { url: endpoint.url, id, body, secrets };
}

/** Standard Webhooks: id, time of this try, and a signature by each secret that is good. */
export function signed({ id, body, secrets }: Omit<Message, 'url'>, now: Date): { headers: Record<string, string>; body: string } {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, now, body));
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Gongjian-Webhooks/1',
      'content-length': String(Buffer.byteLength(body)),
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  };
}
