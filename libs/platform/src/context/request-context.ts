import { AsyncLocalStorage } from 'node:async_hooks';
import DataLoader from 'dataloader';
import type { Actor, Language } from '../actor.ts';
import { isOperator } from '../actor.ts';
import type { EntityClass, GlobalEntity } from '../entity.ts';
import { badInput, DomainError, type MessageParams, notFound } from '../errors.ts';
import { sqlState, UnitOfWork } from '../database/unit-of-work.ts';
import { type Ability, type Action, permittedByRule, permittedRows } from '../permissions.ts';
import type { Platform } from '../platform.ts';
import { name, type Sql, sql } from '../sql.ts';
import { attemptAt } from '../audit/refusal.ts';
import { AuditTrail, type AuditSubject } from '../audit/trail.ts';
import { insertMail, type MailDraft, sealMail } from '../mail/mail.draft.ts';
import { type Settled, settleStatement, type Telling, tellStatement } from '../messages/tell.ts';
import type { Place } from '../sealing/sealed.ts';
import type { TenantKeys } from '../sealing/tenant-keys.ts';
import { Changes } from './changes.ts';
import { asUuid, chunks, newId } from './ids.ts';
import { once } from './once.ts';
import { findStatement, type FindOptions, hydrate, type Page, type PageArgs, pageOf, pagePlan } from './reads.ts';
import { deleteStatement, insertStatement, updateStatement } from './writes.ts';

export interface ContextOptions {
  language?: Language;
  requestId?: string;
  address?: string;
  /** Plain reads run in a read-only transaction. */
  readOnly?: boolean;
  /** What the audit log calls the operation: a mutation's name, a job's, a path. */
  operation?: string;
  /** The operation has its entry in the audit log even when it changed nothing. */
  recorded?: boolean;
  /** The operation lost a race before and was rolled back. */
  again?: boolean;
  /** The clock of the operation; the real one when left out. The demo tells it what was booked last week. */
  now?: Date;
}

type Fields<E> = Partial<Record<keyof E, unknown>>;

/** Who asks, what they may, and the one transaction in which it happens. The only door to the database. */
export class RequestContext {
  readonly language: Language;
  readonly requestId: string;
  /** The operation lost a race before, and is done again: what it took for granted then it had better look at. */
  readonly again: boolean;
  /** One instant for the whole operation. */
  readonly now: Date;
  private readonly ability: Ability;
  private readonly work: UnitOfWork;
  /** What was done in each consortium: most often one. */
  private readonly trails = new Map<string, AuditTrail>();
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly changes = new Map<string, Changes>();
  private readonly after: (() => void)[] = [];
  /** The consortium of the part that runs: parts of one operation may run side by side. */
  private readonly place = new AsyncLocalStorage<string>();
  private refused = false;
  /** Whether any permission was asked for; an operation that asked none is refused. */
  asked = false;

  constructor(
    private readonly platform: Platform,
    readonly actor: Actor,
    private readonly options: ContextOptions = {},
  ) {
    this.language = options.language ?? 'zh-CN';
    this.again = options.again ?? false;
    this.requestId = options.requestId ?? newId();
    this.now = options.now ?? new Date();
    this.ability = platform.abilityOf(actor);
    this.work = new UnitOfWork(platform.dataSource, actor, options.readOnly ?? false, () => this.currentTenant);
    // What everything is written down in, changed or not.
    this.trails.set(actor.tenantId, new AuditTrail(this, platform.secrets, options));
  }

  get statements(): number {
    return this.work.statements;
  }

  /** A text of the catalogue in the caller's language. */
  text(code: string, params?: MessageParams): string {
    return this.platform.catalogue.text(this.language, code, params);
  }

  /** The same in a language of your own choice: a mail speaks its recipient's. */
  textIn(language: Language, code: string, params?: MessageParams): string {
    return this.platform.catalogue.text(language, code, params);
  }

  // --- permissions ---------------------------------------------------------------------------------------------

  can(action: Action, subject: object): boolean {
    this.asked = true;
    return this.ability.can(action, subject as never);
  }

  /** What somebody else of this consortium may, by their roles: for pages that explain it. */
  may(who: Pick<Actor, 'personId' | 'organisationId' | 'roles' | 'narrowed'>, action: Action, subject: object): boolean {
    this.asked = true;
    const { tenantId, timeZone, name, separated } = this.actor;
    return this.platform.abilityOf({ ...who, accountId: who.personId, sessionId: 'asked about', tenantId, timeZone, name, separated }).can(action, subject as never);
  }

  /** @throws FORBIDDEN, or NOT_FOUND where the actor may not even know of the record */
  authorize(action: Action, subject: object): void {
    if (this.can(action, subject)) return;
    const known = typeof subject === 'function' || this.can('read', subject);
    throw Object.assign(known ? new DomainError('FORBIDDEN') : notFound(), { attempt: attemptAt(action, subject) });
  }

  /** The rows (table `t`) on which the actor may do this, for statements of a feature's own. */
  permitted(action: Action, entity: EntityClass): Sql {
    this.asked = true;
    return permittedRows(this.ability, action, entity, this.platform.dataSource);
  }

  // --- reads ---------------------------------------------------------------------------------------------------

  async find<E extends object>(entity: EntityClass<E>, options: FindOptions<E> = {}): Promise<E[]> {
    const rows = await this.work.query<object>(findStatement(entity, this.permitted('read', entity), options, this.platform.dataSource));
    return rows.map((row) => hydrate(entity, row));
  }

  /** @returns null when the id is unknown or the record is not for the actor: nobody can tell which */
  async get<E extends object>(entity: EntityClass<E>, id: string, lock?: 'update'): Promise<E | null> {
    const uuid = asUuid(id);
    const [row] = await this.find(entity, { where: [sql`t.id = ${uuid}`], limit: 1, lock, keyed: true });
    return row ?? null;
  }

  async must<E extends object>(entity: EntityClass<E>, id: string, field?: string, lock?: 'update'): Promise<E> {
    const row = await this.get(entity, id, lock);
    if (!row) throw notFound(field);
    return row;
  }

  async page<E extends object>(entity: EntityClass<E>, args: PageArgs, options: FindOptions<E> = {}): Promise<Page<E>> {
    this.asked = true;
    const { dataSource } = this.platform;
    const plan = pagePlan(entity, permittedByRule(this.ability, 'read', entity, dataSource), args, options, dataSource);
    const rows = await this.work.query<Record<string, unknown>>(plan.statement).catch((error: unknown) => {
      // A cursor of somebody's own making: values that are not of the columns' types.
      throw args.after && sqlState(error)?.startsWith('22') ? badInput('after', 'BAD_CURSOR') : error;
    });
    return pageOf(entity, plan, rows, async () => (await this.work.query<{ count: number }>(plan.count))[0]!.count);
  }

  /** To-one: all ids that one operation asks for go into one statement. */
  async load<E extends object>(entity: EntityClass<E>, id: string | null | undefined): Promise<E | null> {
    if (!id) return null;
    const loader = this.loader(`${entity.name}.id`, async (ids) => {
      const rows = await this.find(entity, { where: [sql`t.id = any(${ids.map(asUuid)})`], keyed: true });
      const byId = new Map(rows.map((row) => [(row as { id: string }).id, row]));
      return ids.map((wanted) => byId.get(asUuid(wanted)) ?? null);
    });
    return (await loader.load(id)) as E | null;
  }

  /** To-many: the rows whose foreign key is this id, for all ids of the operation in one statement. */
  async loadMany<E extends object>(entity: EntityClass<E>, foreignKey: keyof E & string, id: string): Promise<E[]> {
    const loader = this.loader(`${entity.name}.${foreignKey}`, async (ids) => {
      const column = this.platform.dataSource.getMetadata(entity).findColumnWithPropertyName(foreignKey);
      const rows = await this.find(entity, { where: [sql`${name('t', column!.databaseName)} = any(${ids})`], keyed: true });
      const groups = Map.groupBy(rows, (row) => row[foreignKey] as string);
      return ids.map((wanted) => groups.get(wanted) ?? []);
    });
    return (await loader.load(id)) as E[];
  }

  /** A batch of a feature's own: `key` names it, `batch` answers for all ids at once, in their order. */
  async batch<T>(key: string, id: string, batch: (ids: readonly string[]) => Promise<readonly T[]>): Promise<T> {
    return (await this.loader(key, batch).load(id)) as T;
  }

  private loader(name: string, batch: (ids: readonly string[]) => Promise<readonly unknown[]>): DataLoader<string, unknown> {
    const key = `${this.currentTenant} ${name}`;
    let loader = this.loaders.get(key);
    if (!loader) {
      loader = new DataLoader(async (ids: readonly string[]) => [...(await batch(ids))]);
      this.loaders.set(key, loader);
    }
    return loader;
  }

  /** A statement of a feature's own, under row-level security. Ask a permission first. */
  async query<R>(statement: Sql): Promise<R[]> {
    return this.work.query<R>(statement);
  }

  /** The same for a write that nobody has to wait for; what is wrong with it is told at COMMIT. */
  write(statement: Sql): void {
    this.work.write(statement);
  }

  // --- writes --------------------------------------------------------------------------------------------------

  /**
   * Adds records; id, tenant, times and version are filled in.
   * `ahead` sends them without waiting: what a constraint says is told at COMMIT, where nobody can answer to it any more.
   * `also` is what the audit log says of each besides its columns; `untold` are those that it tells with another record.
   */
  async insert<E extends GlobalEntity>(entity: EntityClass<E>, rows: Fields<E> | readonly Fields<E>[], options: { ahead?: boolean; also?: object; untold?: boolean } = {}): Promise<E[]> {
    const isTenants = this.platform.dataSource.getMetadata(entity).findColumnWithPropertyName('tenantId') !== undefined;
    const stamp = { createdAt: this.now, updatedAt: this.now, version: 1, ...(isTenants && { tenantId: this.currentTenant }) };
    const records = (Array.isArray(rows) ? rows : [rows]).map((row) => hydrate(entity, { id: newId(), ...row, ...stamp }));
    for (const part of chunks(records, 500)) {
      const statement = insertStatement(entity, part, this.platform.dataSource);
      if (options.ahead) this.work.write(statement);
      else await this.work.query(statement);
    }
    if (!options.untold) for (const record of records) this.trail.record('create', entity, record.id, null, options.also ? { ...record, ...options.also } : record);
    this.loaders.clear();
    return records;
  }

  /**
   * Changes a record that was read in this operation.
   * @throws STALE_VERSION when it is no longer of the version that the caller knew
   */
  async update<E extends GlobalEntity>(row: E, changes: Fields<E>, options: { version?: number } = {}): Promise<E> {
    const entity = row.constructor as EntityClass<E>;
    if (options.version !== undefined && options.version !== row.version) throw new DomainError('STALE_VERSION');
    const before = hydrate(entity, { ...row });
    const after = { ...changes, updatedAt: this.now, version: row.version + 1 };
    const changed = await this.work.query(updateStatement(entity, row, after, this.platform.dataSource));
    if (changed.length !== 1) throw new DomainError('STALE_VERSION');
    Object.assign(row, after);
    this.trail.record('update', entity, row.id, before, row);
    this.loaders.clear();
    return row;
  }

  async remove<E extends GlobalEntity>(row: E): Promise<void> {
    const entity = row.constructor as EntityClass<E>;
    await this.work.query(deleteStatement(entity, row.id, this.platform.dataSource));
    this.trail.record('remove', entity, row.id, row, null);
    this.loaders.clear();
  }

  /** What no column of an entity tells: a look at personal data, a change in SQL of a feature's own. Nothing personal in `after` and `before`. */
  audit(action: string, { type, id }: AuditSubject, after: object = {}, before: object | null = null): void {
    this.trail.add({ action, type, id, before, after });
  }

  /** For an operation with very many changes: sends what the audit log has of them so far. Not within a part that may fail. */
  auditSoFar(): void {
    this.trail.flushMany(this.work);
  }

  /** This operation does nothing but say that another one was refused. */
  auditRefusal(code: string, attempt: { action: string } & AuditSubject): void {
    this.asked = true;
    this.audit(attempt.action, attempt);
    this.trail.refused(code);
  }

  /** Tells open pages, after COMMIT, that these records changed. Ids only: everyone reads again with their own rights. */
  changed(type: string, ids: readonly string[], extra: Record<string, readonly string[]> = {}): void {
    const changes = this.changes.get(this.currentTenant) ?? new Changes();
    this.changes.set(this.currentTenant, changes);
    changes.add(type, ids, extra);
  }

  /** Something that nobody waits for and that may be lost with the process, begun when all of this is kept. */
  afterwards(run: () => void): void {
    this.after.push(run);
  }

  /** A job that exists if and only if this transaction is kept. */
  async enqueue(job: string, data: object, options: { after?: Date; key?: string } = {}): Promise<void> {
    const { personId, organisationId, timeZone } = this.actor;
    const payload = { ...data, tenantId: this.currentTenant, language: this.language, timeZone, orderedBy: { personId, organisationId } };
    await this.platform.jobs.send(job, payload, options, (text, values) => this.work.execute(text, values));
  }

  /**
   * Tells people what happened: in this transaction, by one statement that nobody waits for; their bells ring after COMMIT.
   * Nobody is told what they did themselves, but of what a job did that they ordered; who is meant twice is told once.
   */
  tell(...tellings: Telling[]): void {
    const statement = tellStatement(this, tellings);
    if (statement) this.ring(statement);
  }

  /** Marks as read, for all who were told, what somebody has answered or what is of no use any more. */
  settle(settled: Settled): void {
    this.ring(settleStatement(this, settled));
  }

  private ring(statement: Sql): void {
    this.work.write(statement, (told: { id: string; personId: string }[]) => {
      if (told.length > 0) this.changed('Message', told.map(({ id }) => id), { people: told.map(({ personId }) => personId) });
    });
  }

  /**
   * A mail that exists if and only if this transaction is kept; it leaves some seconds later.
   * @returns its id in the outbox
   */
  async mail(draft: MailDraft): Promise<string> {
    const sealed = await sealMail(draft, this.platform.publicUrl, (place, text) => this.seal(place, text), this.now);
    await this.query(insertMail(this.currentTenant, sealed, this.now));
    return sealed.id;
  }

  /**
   * Does something once per person and key, however often and however parallel it is asked for.
   * @returns the id of the first result; `result` only for the caller that did it
   */
  once<T extends { id: string }>(key: string | null | undefined, operation: string, run: () => Promise<T>): Promise<{ id: string; result?: T }> {
    return once(this, (statement) => this.work.write(statement), { key, operation }, run);
  }

  /** With the consortium's key, for one row's column: a value that is moved elsewhere does not open. */
  seal(place: Place, text: string | Buffer): Promise<Buffer> {
    return this.platform.ring.seal(this.currentTenant, place, text);
  }

  async open(place: Place, sealed: Buffer): Promise<string> {
    return (await this.openBytes(place, sealed)).toString('utf8');
  }

  openBytes(place: Place, sealed: Buffer): Promise<Buffer> {
    return this.platform.ring.open(this.currentTenant, place, sealed);
  }

  /** The keys themselves, for thousands of values at once. */
  keys(): Promise<TenantKeys> {
    return this.platform.ring.of(this.currentTenant);
  }

  /** Equal texts have equal fingerprints within one consortium; without the key nobody can try texts out. */
  async fingerprint(text: string): Promise<string> {
    return (await this.keys()).fingerprint(text);
  }

  // --- the transaction -----------------------------------------------------------------------------------------

  savepoint<T>(run: () => Promise<T>): Promise<T> {
    return this.work.savepoint(run);
  }

  /**
   * A refusal is data, so it is returned, not thrown; and yet nothing may be written. Locks are given back at once; what
   * is read from now on, to say why, is read anew.
   */
  async refuse(): Promise<void> {
    this.refused = true;
    this.loaders.clear();
    await this.work.rollback();
  }

  /** A short transaction of its own, such as the progress of long work that others should see meanwhile. */
  outside<T>(run: (ctx: RequestContext) => Promise<T>): Promise<T> {
    return this.platform.run(this.actor, { ...this.options, readOnly: false, recorded: false }, run);
  }

  /** For platform operators: acts inside another consortium, such as the one that is being founded. */
  async inTenant<T>(tenantId: string, run: () => Promise<T>): Promise<T> {
    if (!isOperator(this.actor)) throw new DomainError('FORBIDDEN');
    // One entry, in the log of the consortium that it is about, with what led there.
    if (!this.trails.has(tenantId)) {
      this.trails.set(tenantId, this.trail);
      this.trails.set(this.currentTenant, new AuditTrail(this, this.platform.secrets, { ...this.options, recorded: false }));
    }
    return this.across(tenantId, run);
  }

  /**
   * Does a part in another consortium, in the same transaction: what one agreement, or one booking, writes on both sides is
   * kept on both or on neither. Only where a signed paper leads there: the caller has found the other consortium named in a
   * record of its own. What the part reads and writes is walled in there as everything is here.
   */
  across<T>(tenantId: string, run: () => Promise<T>): Promise<T> {
    return tenantId === this.currentTenant ? run() : this.place.run(tenantId, run);
  }

  private get trail(): AuditTrail {
    const tenantId = this.currentTenant;
    let trail = this.trails.get(tenantId);
    if (!trail) this.trails.set(tenantId, (trail = new AuditTrail(this, this.platform.secrets, { ...this.options, recorded: false })));
    return trail;
  }

  /** The consortium in which records are written now. */
  get currentTenant(): string {
    return this.place.getStore() ?? this.actor.tenantId;
  }

  /**
   * Keeps what was done, unless it was refused. Audit entries are part of the transaction and travel with COMMIT; open
   * pages are told right after it.
   */
  async commit(): Promise<void> {
    if (this.refused) return this.work.rollback();
    for (const [tenantId, trail] of this.trails) await this.across(tenantId, async () => trail.flush(this.work));
    if (!this.work.isOpen) return;
    await this.work.commit();
    for (const [tenantId, changes] of this.changes) this.platform.kept(tenantId, changes);
    for (const run of this.after) run();
  }

  rollback(): Promise<void> {
    return this.work.rollback();
  }
}
