import { type Language, DomainError, hashOfToken, newId, newToken, type Page, type PageArgs, parseInput, type RequestContext } from '@gongjian/platform';
import { Injectable } from '@nestjs/common';
import { today } from '../day.ts';
import { Consortium } from '../consortium/consortium.entity.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { requireApart } from '../person/apart.ts';
import { PersonService } from '../person/person.service.ts';
import { rolesIn } from '../person/role-words.ts';
import { termFrom } from '../person/term.ts';
import { Invitation, type Invitee, inviteePlace } from './invitation.entity.ts';
import { invitationFilter, type InvitePersonInput } from './invitation.inputs.ts';
import { invitationMail } from './invitation.mail.ts';
import { addressText, holdersOf, invitationWhere, latestOf, lockPlaces } from './invitation.queries.ts';

const DAY = 86_400_000;

/** Asking people to come in. What happens when they do is the door's part: they are nobody yet. */
@Injectable()
export class InvitationService {
  constructor(private readonly people: PersonService) {}

  page(ctx: RequestContext, filter: unknown, args: PageArgs): Promise<Page<Invitation>> {
    return ctx.page(Invitation, args, { where: invitationWhere(ctx, parseInput(invitationFilter, filter, 'filter')), orderBy: [{ by: 'sentAt', desc: true }] });
  }

  async invite(ctx: RequestContext, input: InvitePersonInput, key?: string | null): Promise<Invitation> {
    const { id, result } = await ctx.once(key, 'invitePerson', () => this.inviteOne(ctx, input));
    return result ?? ctx.must(Invitation, id);
  }

  /** @throws INVITED_ALREADY, ACCEPTED_ALREADY: an organisation asks one address once, however many send at once */
  async inviteOne(ctx: RequestContext, input: InvitePersonInput): Promise<Invitation> {
    const { email, organisationId, roles } = input;
    await this.requireInvitable(ctx, input);
    const addressPrint = await ctx.fingerprint(addressText(email));
    await lockPlaces(ctx, [{ organisationId, addressPrint }]);
    const [earlier] = await latestOf(ctx, organisationId, [addressPrint]);
    if (earlier?.state === 'OPEN') {
      if (earlier.expiresAt > ctx.now) throw new DomainError('INVITED_ALREADY', {}, { field: 'input.email' });
      await ctx.update(earlier, { state: 'WITHDRAWN' });
    }
    if (earlier?.state === 'ACCEPTED' && (await holdersOf(ctx, [earlier], () => roles)).has(earlier)) throw new DomainError('ACCEPTED_ALREADY', {}, { field: 'input.email' });
    const [invitation] = await this.issue(ctx, [{ ...input, since: input.since ?? null, until: input.until ?? null, addressPrint, language: input.language ?? ctx.language }]);
    return invitation!;
  }

  /** Writes invitations, each with its mail. Whether they may be was asked before. */
  async issue(ctx: RequestContext, all: readonly Issued[]): Promise<Invitation[]> {
    const rows: Partial<Invitation>[] = [];
    for (const { name, email: address, organisationId, roles, since, until, goodDays, addressPrint, language } of all) {
      const link = await this.send(ctx, { name, address, organisationId, roles, goodDays, language });
      const id = newId();
      const inviteeSealed = await ctx.seal(inviteePlace(id), JSON.stringify({ name, address } satisfies Invitee));
      rows.push({ id, organisationId, roles, since, until, goodDays, addressPrint, language, inviteeSealed, state: 'OPEN', personId: null, acceptedAt: null, ...link });
    }
    if (rows.length === 0) return [];
    const invitations = await ctx.insert(Invitation, rows);
    ctx.changed('Invitation', invitations.map(({ id }) => id));
    return invitations;
  }

  /** All that can be said before an address is looked at. */
  async requireInvitable(ctx: RequestContext, input: Pick<InvitePersonInput, 'organisationId' | 'roles' | 'since' | 'until'>): Promise<void> {
    const { organisationId, roles, since, until } = input;
    ctx.authorize('create', Invitation);
    this.people.requireGrantable(ctx, organisationId, roles);
    const term = termFrom(ctx, { since, until });
    requireApart(ctx, roles, 'input.roles');
    await this.people.requireMember(ctx, organisationId, term);
  }

  async resend(ctx: RequestContext, id: string): Promise<Invitation> {
    const invitation = await ctx.must(Invitation, id, undefined, 'update');
    ctx.authorize('update', invitation);
    const { organisationId, roles, since, until } = invitation;
    if (invitation.state !== 'OPEN') throw new DomainError('INVITATION_OVER');
    // A day that has passed meanwhile is no mistake of whoever sends it again: the roles count from the acceptance on.
    await this.requireInvitable(ctx, { organisationId, roles, since: since && since >= today(ctx) ? since : null, until });
    const link = await this.send(ctx, { ...invitation, ...(await inviteeOf(ctx, invitation)) });
    ctx.changed('Invitation', [id]);
    return ctx.update(invitation, link);
  }

  async withdraw(ctx: RequestContext, id: string): Promise<Invitation> {
    const invitation = await ctx.must(Invitation, id, undefined, 'update');
    ctx.authorize('cancel', invitation);
    if (invitation.state === 'WITHDRAWN') return invitation;
    if (invitation.state !== 'OPEN') throw new DomainError('INVITATION_OVER');
    ctx.changed('Invitation', [id]);
    return ctx.update(invitation, { state: 'WITHDRAWN' });
  }

  /** Writes the mail with a link of its own. @returns what the invitation remembers of it */
  private async send(ctx: RequestContext, to: Invitee & { organisationId: string; roles: readonly string[]; goodDays: number; language: Language }): Promise<Pick<Invitation, 'tokenHash' | 'mailId' | 'sentAt' | 'expiresAt' | 'invitedById'>> {
    const token = newToken();
    // Loaded once for all of a list.
    const [consortium, organisation] = await Promise.all([ctx.load(Consortium, ctx.currentTenant), ctx.load(Organisation, to.organisationId)]);
    const mailId = await ctx.mail(invitationMail({ ...to, inviter: ctx.actor.name, consortium: consortium!.name, organisation: organisation!.name, roles: rolesIn(ctx, to.language, to.roles), token }));
    return { tokenHash: hashOfToken(token), mailId, sentAt: ctx.now, expiresAt: new Date(ctx.now.getTime() + to.goodDays * DAY), invitedById: ctx.actor.personId };
  }
}

interface Issued extends Omit<InvitePersonInput, 'language'> {
  since: string | null;
  until: string | null;
  addressPrint: string;
  language: Language;
}

export const inviteeOf = async (ctx: RequestContext, { id, inviteeSealed }: Invitation): Promise<Invitee> => JSON.parse(await ctx.open(inviteePlace(id), inviteeSealed)) as Invitee;
