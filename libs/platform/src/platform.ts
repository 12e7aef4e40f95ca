import type { DataSource } from 'typeorm';
import { type Actor, isOperator, OPERATOR_TENANT, systemActor } from './actor.ts';
import { type ContextOptions, RequestContext } from './context/request-context.ts';
import { Sealer } from './audit/sealer.ts';
import { retentionRound } from './data/retention.ts';
import { openDataSource } from './database/data-source.ts';
import { isTransient, sqlState } from './database/unit-of-work.ts';
import type { EntityClass } from './entity.ts';
import { Catalogue, DomainError } from './errors.ts';
import { Announcer } from './events.ts';
import { Turnstile } from './graph/turnstile.ts';
import { StoredFile, filePermissions } from './files/file.entity.ts';
import { Jobs } from './jobs.ts';
import { KeyRules } from './keys/scopes.ts';
import { logger } from './log.ts';
import { Mail, mailPermissions } from './mail/mail.entity.ts';
import { Mailer, type MailSettings } from './mail/mailer.ts';
import { messageRound, messageSweep } from './messages/clearance.ts';
import { Message, messagePermissions, MessageSettings } from './messages/message.entity.ts';
import { Outgoing } from './outgoing.ts';
import { type Ability, abilityOf, type Permissions } from './permissions.ts';
import { Rounds } from './rounds.ts';
import { KeyRing } from './sealing/key-ring.ts';
import { keyRound } from './sealing/rotation.ts';
import { Secrets } from './secrets.ts';
import type { Changes } from './context/changes.ts';
import type { SubgraphDefinition } from './subgraph.ts';
import { webhookRound, webhookSweep } from './webhooks/reader.ts';
import { Webhook, WebhookDelivery, webhookPermissions } from './webhooks/webhook.entity.ts';

/** How often work that lost a race in the database is done again before somebody hears of it. */
const TRIES = 5;
/** What the platform itself keeps. */
const OWN: readonly EntityClass[] = [StoredFile, Mail, Message, MessageSettings, Webhook, WebhookDelivery];

/** Of how many people it is kept what they may. */
const ABILITIES = 1000;

/**
 * How many changes a process works at. Measured with 256 clients who want the same things, on two cores: from 32 on some wait for a
 * lock until they are sent away, at 20 nobody does; with fewer than 16 the disk has too little to do at once.
 */
const CHANGES_AT_ONCE = 20;

/** What one process has of the product: its subgraphs' records, rules, words and jobs, and the database. */
export class Platform {
  readonly catalogue: Catalogue;
  readonly jobs: Jobs;
  readonly announcer: Announcer;
  readonly mailer: Mailer;
  /** The address under which browsers reach the product. */
  readonly publicUrl: string;
  readonly sealer: Sealer;
  /** The way out to addresses that somebody has typed. */
  readonly outgoing: Outgoing;
  /** What programs with a key may. */
  readonly keys: KeyRules;
  private readonly rounds: Rounds;
  private readonly entities: readonly EntityClass[];
  private readonly permissions: readonly Permissions[];
  /** Through which whatever changes something goes. */
  readonly changes = new Turnstile(CHANGES_AT_ONCE);
  private readonly abilities = new Map<string, Ability>();

  private constructor(
    readonly dataSource: DataSource,
    readonly secrets: Secrets,
    readonly ring: KeyRing,
    readonly subgraphs: readonly SubgraphDefinition[],
    databaseUrl: string,
    mail: MailSettings,
    keepAuditMonths?: number,
    outgoingNetworks: readonly string[] = [],
  ) {
    this.outgoing = new Outgoing(outgoingNetworks);
    this.sealer = new Sealer(this, keepAuditMonths);
    this.keys = new KeyRules(subgraphs.map((subgraph) => subgraph.scopes ?? {}));
    this.catalogue = new Catalogue(subgraphs.map((subgraph) => subgraph.messages));
    this.entities = [...OWN, ...subgraphs.flatMap((subgraph) => subgraph.entities)];
    this.permissions = [filePermissions, mailPermissions, messagePermissions, webhookPermissions, ...subgraphs.flatMap((subgraph) => subgraph.permissions)];
    this.announcer = new Announcer((text, values) => dataSource.query(text, values), subgraphs.flatMap(({ echo }) => echo ?? []));
    this.jobs = new Jobs(databaseUrl, Object.assign({}, ...subgraphs.map((subgraph) => subgraph.jobs ?? {})), (error) => logger.error('job queue', error));
    this.publicUrl = mail.publicUrl;
    this.mailer = new Mailer(this, mail);
    this.rounds = new Rounds(this, [messageRound, messageSweep, keyRound, retentionRound, webhookRound, webhookSweep, ...subgraphs.flatMap((subgraph) => subgraph.rounds ?? [])]);
  }

  /** @param databaseUrl as the runtime role, which owns nothing */
  static async open(databaseUrl: string, secretKey: string | Secrets, subgraphs: readonly SubgraphDefinition[], poolSize: number, mail: MailSettings, keepAuditMonths?: number, outgoingNetworks?: readonly string[]): Promise<Platform> {
    const entities = [...OWN, ...subgraphs.flatMap((subgraph) => subgraph.entities)];
    const secrets = secretKey instanceof Secrets ? secretKey : new Secrets(secretKey);
    const dataSource = await openDataSource(databaseUrl, entities, poolSize);
    const platform = new Platform(dataSource, secrets, new KeyRing(databaseUrl, secrets), subgraphs, databaseUrl, mail, keepAuditMonths, outgoingNetworks);
    await platform.jobs.start();
    return platform;
  }

  /** Begins with what happens by itself: jobs, mails that are due, and the chain of the audit log. */
  async work(): Promise<void> {
    await this.jobs.work(this);
    this.mailer.work();
    this.sealer.start();
    this.rounds.work();
  }

  /** Something was committed: open pages are told. */
  kept(tenantId: string, changes: Changes): void {
    this.announcer.tell({ tenantId, changes });
  }

  async close(): Promise<void> {
    await this.rounds.stop();
    await this.mailer.stop();
    await this.jobs.stop();
    await this.sealer.stop();
    await this.announcer.stop();
    await this.ring.close();
    await this.dataSource.destroy();
  }

  /** A kind of record by its name, if this process keeps it. */
  entityOf(type: string): EntityClass | undefined {
    return this.entities.find((entity) => entity.name === type);
  }

  /** What somebody may, kept for whoever is exactly the same: asked for anew as soon as anything about them changes. */
  abilityOf(actor: Actor): Ability {
    const key = JSON.stringify(actor);
    const ability = this.abilities.get(key) ?? abilityOf(actor, this.permissions, this.entities, this.keys);
    this.abilities.delete(key);
    this.abilities.set(key, ability);
    if (this.abilities.size > ABILITIES) this.abilities.delete(this.abilities.keys().next().value!);
    return ability;
  }

  /**
   * Does one operation in one transaction: kept when it returns, rolled back when it throws, done again when it lost a race.
   * @throws FORBIDDEN when the work asked no permission
   */
  async run<T>(actor: Actor, options: ContextOptions, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const ctx = new RequestContext(this, actor, { ...options, again: attempt > 1 });
      try {
        const result = await work(ctx);
        requireAsked(ctx);
        await ctx.commit();
        return result;
      } catch (error) {
        await ctx.rollback();
        if (isKeyGone(error)) this.ring.forget(actor.tenantId);
        if (attempt < TRIES && isTransient(error)) continue;
        throw unavailable(error);
      }
    }
  }

  /** What the consortium does by itself, on nobody's order. */
  asSystem<T>(tenantId: string, options: ContextOptions, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    return this.run(systemActor(tenantId), options, work);
  }

  /** For start and seeds: what a platform operator may do, without one being signed in. */
  operator(): Actor {
    return { personId: OPERATOR_TENANT, accountId: OPERATOR_TENANT, sessionId: 'start', tenantId: OPERATOR_TENANT, organisationId: OPERATOR_TENANT, roles: ['PLATFORM_OPERATOR'], name: '平台运营', timeZone: 'Asia/Shanghai' };
  }
}

/** Fail closed: whoever forgot to ask gets nothing. */
export function requireAsked(ctx: RequestContext): void {
  if (!ctx.asked && !isOperator(ctx.actor)) throw new DomainError('FORBIDDEN');
}

/** It was sealed with a key that was destroyed meanwhile: done again, with the one that is in use now. */
const isKeyGone = (error: unknown): boolean => error instanceof Error && ((error as { constraint?: string }).constraint ?? (error as { driverError?: { constraint?: string } }).driverError?.constraint) === 'data_key_gone';

/** Lost races that stay lost, cancelled statements and missing connections: busy, not broken. */
export function unavailable(error: unknown): unknown {
  const state = sqlState(error);
  // What PostgreSQL cannot store was typed by somebody, in a field that should have said so itself.
  if (state === '22021' || state === '22P05') return new DomainError('BAD_CHARACTER');
  const busy = isTransient(error) || state === '57014' || state?.startsWith('08') || state?.startsWith('57P') || state?.startsWith('53') || state === 'ECONNREFUSED' || state === 'ECONNRESET' || (error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message));
  if (busy) logger.warn('database', error);
  return busy ? new DomainError('DATABASE_UNAVAILABLE') : error;
}
