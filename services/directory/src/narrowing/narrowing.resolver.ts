import { asUuid, Ctx, DomainError, inputs, NARROWABLES, NARROWED_ROLES, notFound, parseInput, type RequestContext, type Role, sql } from '@gongjian/platform';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Organisation } from '../organisation/organisation.entity.ts';
import { RoleNarrowing } from './narrowing.entity.ts';

const deniable = inputs.list(inputs.oneOf(NARROWABLES as [string, ...string[]]), 0, NARROWABLES.length);

@Resolver('Organisation')
export class NarrowingResolver {
  @Mutation()
  async narrowRole(@Ctx() ctx: RequestContext, @Args('organisationId') organisationId: string, @Args('role') role: Role, @Args('denied') denied: string[]) {
    const id = asUuid(organisationId);
    const organisation = await ctx.load(Organisation, id);
    if (!organisation) throw notFound('organisationId');
    ctx.authorize('update', of(id));
    if (!(NARROWED_ROLES as readonly Role[]).includes(role)) throw new DomainError('ROLE_NOT_NARROWED', {}, { field: 'role' });
    const wanted = [...new Set(parseInput(deniable, denied, 'denied'))].sort() as RoleNarrowing['denied'];
    await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`narrowing ${id}`}, 0))`);
    const [known] = await ctx.find(RoleNarrowing, { where: [sql`t.organisation_id = ${id}`, sql`t.role = ${role}`], limit: 1 });
    if (known) await ctx.update(known, { denied: wanted });
    else await ctx.insert(RoleNarrowing, { organisationId: id, role, denied: wanted });
    ctx.changed('Organisation', [id]);
    return organisation;
  }

  @ResolveField()
  async narrowedRoles(@Parent() { id }: Organisation, @Ctx() ctx: RequestContext) {
    return (await ctx.loadMany(RoleNarrowing, 'organisationId', id)).filter(({ denied }) => denied.length > 0).sort((a, b) => (a.role < b.role ? -1 : 1));
  }

  @ResolveField()
  viewerCanNarrow(@Parent() { id }: Organisation, @Ctx() ctx: RequestContext) {
    return ctx.can('update', of(id));
  }
}

const of = (organisationId: string): RoleNarrowing => Object.assign(new RoleNarrowing(), { organisationId });
