import { logger, type MailDraft } from '@gongjian/platform';
import pg, { type PoolClient } from 'pg';
import { findOwner, findOwnerByWords, type Owner, putToken } from './account.queries.ts';
import { agentName } from './agent.ts';
import { sweep } from './device.queries.ts';
import { type DoorParts, type LetterFacts, type LetterKind, together } from './door.parts.ts';
import { letterText } from './letter.texts.ts';
import { hashOf, newToken } from './tokens.ts';

interface OrderRow {
  id: string;
  kind: LetterKind;
  accountId: string | null;
  asked: Buffer | null;
  language: 'zh-CN' | 'en';
  facts: LetterFacts;
  createdAt: Date;
}

/** Hands a finished mail over, in the transaction in which its order is done. */
export type Post = (client: PoolClient, letter: MailDraft) => Promise<unknown>;
/** Takes down what somebody typed who asks to come in, and words the mail. */
export type TakeDown = (client: PoolClient, asked: string, language: OrderRow['language']) => Promise<MailDraft | null>;

const LOOK_MILLISECONDS = 500;
const SWEEP_MILLISECONDS = 600_000;
/** What could not be written for so long is dropped: its link would be nobody's wish any more. */
const PATIENCE_MILLISECONDS = 1_800_000;

/** How long links are good, in minutes. */
export const GOOD_MINUTES = { RESET: 30, EMAIL: 24 * 60 } as const;

/** Writes what the door has ordered. The secret of a link is made here and is nowhere but in the mail. */
export class Letters {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private sweptAt = Date.now();

  constructor(
    private readonly parts: DoorParts,
    private readonly post: Post,
    private readonly takeDown: TakeDown,
  ) {}

  work(): void {
    const look = async () => {
      await this.round().catch((error: unknown) => logger.warn('letters', error));
      if (!this.stopped) this.timer = setTimeout(begin, LOOK_MILLISECONDS);
    };
    const begin = () => {
      this.running = look();
    };
    this.timer = setTimeout(begin, LOOK_MILLISECONDS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    while (!this.stopped && (await this.writeOne()));
    if (Date.now() - this.sweptAt < SWEEP_MILLISECONDS) return;
    this.sweptAt = Date.now();
    await sweep(this.parts.pool);
    await this.parts.pool.query(`delete from directory.letter where created_at < now() - make_interval(secs => $1)`, [PATIENCE_MILLISECONDS / 1000]);
  }

  /** @returns whether there was one */
  private writeOne(): Promise<boolean> {
    return together(this.parts.pool, async (client) => {
      const { rows } = await client.query<OrderRow>(
        `delete from directory.letter where id = (select id from directory.letter order by created_at limit 1 for update skip locked)
         returning id, kind, account_id as "accountId", asked, language, facts, created_at as "createdAt"`,
      );
      const [order] = rows;
      if (!order) return false;
      try {
        if (order.kind === 'NEW_DEVICE') await this.tell(client, order);
        const letter = await this.write(client, order);
        if (letter) await this.post(client, letter);
      } catch (error) {
        // What the database refused comes again; what cannot be written at all must not hold up the others.
        if (error instanceof pg.DatabaseError) throw error;
        logger.error('letter', error, { kind: order.kind });
      }
      return true;
    });
  }

  private async write(client: PoolClient, { kind, ...order }: OrderRow): Promise<MailDraft | null> {
    const asked = order.asked && this.parts.secrets.open('letter', order.asked);
    if (kind === 'REGISTRATION') return this.takeDown(client, asked!, order.language);
    const owner = order.accountId ? await findOwner(client, order.accountId) : asked ? await findOwnerByWords(client, asked) : null;
    const address = kind === 'EMAIL' || kind === 'EMAIL_CHANGED' ? asked : owner?.email;
    if (!owner || !address) return null;
    const token = kind === 'RESET' || kind === 'EMAIL' ? await this.linkFor(client, owner, kind, address) : undefined;
    if (token === null) return null;
    return letterText({ ...order, kind, owner, address, ...(token && { token }) });
  }

  /** In the portal as well, for who has no address, or reads no mail. */
  private async tell(client: PoolClient, { accountId, facts, createdAt }: OrderRow): Promise<void> {
    const params = { device: agentName(facts.agent ?? '') ?? '—', address: facts.address ?? '—' };
    await client.query(`select directory.tell_holder($1, 'NEW_DEVICE', $2, $3)`, [accountId, JSON.stringify(params), createdAt]);
  }

  /** @returns null when this account has been sent enough of them lately, under whatever name it was asked for */
  private async linkFor(client: PoolClient, owner: Owner, purpose: 'RESET' | 'EMAIL', address: string): Promise<string | null> {
    if (purpose === 'RESET' && (await this.parts.attempts.takeMail(`reset ${owner.accountId}`)) > 0) return null;
    const token = newToken();
    await putToken(client, { tokenHash: hashOf(token), accountId: owner.accountId, purpose, minutes: GOOD_MINUTES[purpose], ...(purpose === 'EMAIL' && { email: address }) });
    return token;
  }
}
