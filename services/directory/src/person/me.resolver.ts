import { administers, Ctx, isOperator, ROLES, type RequestContext, works } from '@gongjian/platform';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApiKey } from '../api-key/api-key.entity.ts';
import { AuditEntry } from '../audit/audit.entity.ts';
import { Consortium } from '../consortium/consortium.entity.ts';
import { Membership } from '../organisation/membership.entity.ts';
import { Invitation } from '../invitation/invitation.entity.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { Person } from './person.entity.ts';
import { Suspension } from '../suspension/suspension.entity.ts';
import { myEmail, mySeats } from './person.queries.ts';
import { RoleGrant } from './role-grant.entity.ts';

@Resolver('Me')
export class MeResolver {
  @Query()
  me(@Ctx() ctx: RequestContext) {
    return {
      roles: ctx.actor.roles,
      viewerCanCreateConsortium: ctx.can('create', Consortium),
      viewerCanAddMember: ctx.can('create', Membership),
      viewerCanManagePeople: ctx.can('grant', RoleGrant) || ctx.can('create', Person),
      viewerCanAddAccount: administers(ctx.actor, 'ACCOUNTS') && ctx.can('create', Person),
      viewerCanAddPerson: ctx.can('create', Person) && ctx.can('grant', RoleGrant),
      viewerCanInvite: ctx.can('create', Invitation) && ctx.can('grant', RoleGrant),
      viewerCanGrant: ctx.can('grant', RoleGrant),
      viewerCanSuspend: ctx.can('create', Suspension),
      viewerGrantsForAll: administers(ctx.actor, 'ROLES'),
      viewerGrantableRoles: isOperator(ctx.actor) ? [] : ROLES.filter((role) => ctx.can('grant', Object.assign(new RoleGrant(), { role, organisationId: ctx.actor.organisationId }))),
      viewerSharesContent: works(ctx.actor),
      viewerCanCreateApiKey: ctx.can('create', ApiKey),
      viewerDevelops: ctx.can('cancel', ApiKey),
      viewerReadsAudit: ctx.can('export', AuditEntry),
    };
  }

  /** From the session: operators are in no consortium, so the directory shows them nobody, not even themselves. */
  @ResolveField()
  person(@Ctx() ctx: RequestContext) {
    return Object.assign(new Person(), { id: ctx.actor.personId, name: ctx.actor.name });
  }

  @ResolveField()
  consortium(@Ctx() ctx: RequestContext) {
    return isOperator(ctx.actor) ? null : ctx.load(Consortium, ctx.actor.tenantId);
  }

  @ResolveField()
  organisation(@Ctx() ctx: RequestContext) {
    return isOperator(ctx.actor) ? null : ctx.load(Organisation, ctx.actor.organisationId);
  }

  @ResolveField()
  email(@Ctx() ctx: RequestContext) {
    return myEmail(ctx);
  }

  /** One's own seats are nobody else's business and need no permission; other consortia's records stay unseen beyond them. */
  @ResolveField()
  async seats(@Ctx() ctx: RequestContext) {
    return (await mySeats(ctx)).map(({ roles, consortium, organisation, membership }) => ({
      roles,
      consortium: Object.assign(new Consortium(), consortium, { createdAt: new Date(consortium.createdAt) }),
      organisation: Object.assign(new Organisation(), organisation, { membership: Object.assign(new Membership(), membership, { organisationId: organisation.id }) }),
    }));
  }
}
