import { DomainError, hashOfToken, newId, newToken, type Page, type PageArgs, parseInput, Platform, type RequestContext, sql } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { Consortium } from '../consortium/consortium.entity.ts';
import { today } from '../day.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { requireApart } from '../person/apart.ts';
import { PersonService } from '../person/person.service.ts';
import { rolesIn } from '../person/role-words.ts';
import { termFrom } from '../person/term.ts';
import { BLANK, linkPlace, Registration, registrationPlace, SelfRegistration } from './registration.entity.ts';
import { type ConfirmRegistrationInput, declineReason } from './registration.inputs.ts';
import { confirmedMail, declinedMail } from './registration.mail.ts';
import { knownUntil } from './registration.rules.ts';

/** The organisation's side of self-registration: the switch, and the answers. Who asks is the door's part. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly people: PersonService,
    private readonly platform: Platform,
  ) {}

  keeps(ctx: RequestContext): boolean {
    return ctx.can('create', SelfRegistration);
  }

  // --- the switch ----------------------------------------------------------------------------------------------

  async own(ctx: RequestContext): Promise<SelfRegistration | null> {
    const [row] = await ctx.find(SelfRegistration, { where: [sql`t.organisation_id = ${ctx.actor.organisationId}`], limit: 1 });
    return row ?? null;
  }

  async open(ctx: RequestContext): Promise<SelfRegistration> {
    const { organisationId, personId } = ctx.actor;
    ctx.authorize('create', SelfRegistration);
    await this.people.requireMember(ctx, organisationId);
    const known = await this.locked(ctx);
    if (known?.tokenHash) return known;
    if (known) return this.relink(ctx, known);
    const id = newId();
    const [row] = await ctx.insert(SelfRegistration, { id, organisationId, changedById: personId, ...(await newLink(ctx, id)) });
    ctx.changed('SelfRegistration', [id]);
    return row!;
  }

  async close(ctx: RequestContext): Promise<SelfRegistration> {
    const known = await this.mustOwn(ctx);
    ctx.changed('SelfRegistration', [known.id]);
    return ctx.update(known, { linkSealed: null, tokenHash: null, changedById: ctx.actor.personId });
  }

  async rotate(ctx: RequestContext): Promise<SelfRegistration> {
    return this.relink(ctx, await this.mustOwn(ctx));
  }

  async linkOf(ctx: RequestContext, { id, linkSealed }: SelfRegistration): Promise<string | null> {
    return linkSealed && `${new URL('/register', this.platform.publicUrl).href}#${await ctx.open(linkPlace(id), linkSealed)}`;
  }

  private async relink(ctx: RequestContext, row: SelfRegistration): Promise<SelfRegistration> {
    ctx.changed('SelfRegistration', [row.id]);
    return ctx.update(row, { ...(await newLink(ctx, row.id)), changedById: ctx.actor.personId });
  }

  /** Two administrators who turn it on at once do so one after the other. */
  private async locked(ctx: RequestContext): Promise<SelfRegistration | null> {
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`self-registration ${ctx.currentTenant} ${ctx.actor.organisationId}`}, 0))`);
    return this.own(ctx);
  }

  /** @throws REGISTRATION_OFF */
  private async mustOwn(ctx: RequestContext): Promise<SelfRegistration> {
    ctx.authorize('update', SelfRegistration);
    const known = await this.locked(ctx);
    if (!known?.tokenHash) throw new DomainError('REGISTRATION_OFF');
    return known;
  }

  // --- the requests --------------------------------------------------------------------------------------------

  page(ctx: RequestContext, args: PageArgs): Promise<Page<Registration>> {
    return ctx.page(Registration, args, { where: [sql`t.state = 'WAITING'`], orderBy: [{ by: 'createdAt' }] });
  }

  /** Of several administrators who answer at once the first counts; the second of two who say the same is told nothing else. */
  async confirm(ctx: RequestContext, id: string, input: ConfirmRegistrationInput): Promise<Registration> {
    const registration = await this.toDecide(ctx, id);
    const { organisationId, state } = registration;
    if (state === 'CONFIRMED') return registration;
    if (state !== 'WAITING') throw new DomainError('REGISTRATION_OVER');
    const { roles } = input;
    this.people.requireGrantable(ctx, organisationId, roles, registration.personId!);
    const { since, until } = termFrom(ctx, input);
    requireApart(ctx, roles, 'input.roles');
    const membership = await this.people.requireMember(ctx, organisationId, { since, until });
    const told = await toldOf(ctx, registration);
    const [row] = await ctx.query<{ personId: string }>(sql`select directory.admit_registered(${registration.id}, ${ctx.now}) as "personId"`);
    const { personId } = row!;
    ctx.audit('admit', { type: 'Person', id: personId });
    await this.people.give(ctx, { personId, organisationId, roles, since, until: until ?? membership.until });
    await ctx.mail(confirmedMail({ ...told, roles: rolesIn(ctx, told.language, roles), since: since > today(ctx) ? since : null }));
    ctx.tell({ kind: 'REGISTRATION_CONFIRMED', people: [personId], params: { by: { person: ctx.actor.personId }, organisation: { organisation: organisationId }, since: { day: since } }, link: '/' });
    return this.decided(ctx, registration, { state: 'CONFIRMED' });
  }

  async decline(ctx: RequestContext, id: string, reason: unknown): Promise<Registration> {
    const why = parseInput(declineReason, reason, 'reason');
    const registration = await this.toDecide(ctx, id);
    const { state, personId } = registration;
    if (state === 'REFUSED') return registration;
    if (state !== 'WAITING') throw new DomainError('REGISTRATION_OVER');
    await ctx.mail(declinedMail({ ...(await toldOf(ctx, registration)), reason: why }));
    await this.decided(ctx, registration, { state: 'REFUSED', personId: null });
    await releaseApplicant(ctx, personId!);
    return registration;
  }

  private async toDecide(ctx: RequestContext, id: string): Promise<Registration> {
    const registration = await ctx.must(Registration, id, 'id', 'update');
    ctx.authorize('decide', registration);
    // Nobody is told of somebody whose address is not proven.
    if (registration.state === 'ASKED') throw new DomainError('NOT_FOUND', {}, { field: 'id' });
    return registration;
  }

  private decided(ctx: RequestContext, registration: Registration, how: Pick<Registration, 'state'> & Partial<Registration>): Promise<Registration> {
    ctx.settle({ kind: 'REGISTRATION_ASKED', about: [registration.id] });
    ctx.changed('Registration', [registration.id]);
    return ctx.update(registration, { ...BLANK, ...how, decidedById: ctx.actor.personId, decidedAt: ctx.now, expiresAt: knownUntil(ctx.now) });
  }
}

/** Whom a mail about a request goes to, and of what it speaks. */
export async function toldOf(ctx: RequestContext, { id, organisationId, language, nameSealed, emailSealed }: Registration) {
  const [consortium, organisation] = await Promise.all([ctx.must(Consortium, ctx.currentTenant), ctx.must(Organisation, organisationId)]);
  const name = await ctx.open(registrationPlace(id, 'name_sealed'), nameSealed!);
  const address = await ctx.open(registrationPlace(id, 'email_sealed'), emailSealed!);
  return { name, address, language, consortium: consortium.name, organisation: organisation.name };
}

/** An account that was made for requests alone goes with the last of them. */
export async function releaseApplicant(ctx: RequestContext, personId: string): Promise<void> {
  const [row] = await ctx.query<{ gone: boolean }>(sql`select directory.release_applicant(${personId}) as gone`);
  if (row!.gone) ctx.audit('erase', { type: 'Person', id: personId });
}

/** The door finds it by its hash alone. */
async function newLink(ctx: RequestContext, id: string): Promise<Pick<SelfRegistration, 'linkSealed' | 'tokenHash'>> {
  const token = newToken();
  return { linkSealed: await ctx.seal(linkPlace(id), token), tokenHash: hashOfToken(token) };
}
