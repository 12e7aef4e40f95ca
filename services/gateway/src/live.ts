import type { FastifyInstance } from 'fastify';
import { type Actor, type Change, type ChangeHub, isOperator } from '@gongjian/platform';

const HEART_BEAT = 20_000;

/** Server-sent events: which records of the consortium changed. Ids only; the page reads them again with its own rights. */
export function serveLive(fastify: FastifyInstance, hub: ChangeHub, headers: Record<string, string>, stillSignedIn: (token: string | undefined) => Promise<Actor | null>): void {
  const open = new Set<() => Promise<void>>();
  hub.onSession(() => {
    for (const check of open) void check();
  });
  fastify.get('/events', (request, reply) => {
    const actor = request.actor;
    if (!actor || isOperator(actor)) return reply.code(401).send({ code: 'UNAUTHENTICATED' });
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
    stream.write('retry: 1000\n\n');
    const stop = hub.listen(actor.tenantId, (changes) => {
      for (const change of changes) if (concerns(change, actor)) stream.write(`event: change\ndata: ${JSON.stringify({ ...change, people: undefined })}\n\n`);
    });
    const check = async () => {
      const now = await stillSignedIn(request.cookies['gj_session']).catch(() => actor);
      if (now?.tenantId !== actor.tenantId || now.organisationId !== actor.organisationId) stream.end('event: end\ndata: {}\n\n');
    };
    const beat = setInterval(() => {
      stream.write(': here\n\n');
      void check();
    }, HEART_BEAT);
    open.add(check);
    request.raw.on('close', () => {
      clearInterval(beat);
      open.delete(check);
      stop();
    });
  });
}

/** Some news are for some people alone, and who they are is nobody else's business. */
function concerns({ people }: Change, actor: Actor): boolean {
  return !Array.isArray(people) || people.includes(actor.personId);
}
