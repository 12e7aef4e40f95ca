import { Ctx, Input, type PageArgs, parseInput, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { isOver, stateOf, today } from '../day.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { JoinCodeService } from './join-code.service.ts';
import { Person } from './person.entity.ts';
import { addAccountInput, type AddPersonInput, addPersonInput, type AdmitPersonInput, admitPersonInput, type ChangeRoleInput, changeRoleInput, type CreateAccountInput, type GrantRoleInput, grantRoleInput, until } from './person.inputs.ts';
import { seesEverybody } from './person.permissions.ts';
import { knownSince } from './person.queries.ts';
import { PersonService } from './person.service.ts';
import { RoleGrant } from './role-grant.entity.ts';
import { RoleGrantService } from './role-grant.service.ts';

@Resolver('Person')
export class PersonResolver {
  constructor(
    private readonly persons: PersonService,
    private readonly roles: RoleGrantService,
    private readonly joinCodes: JoinCodeService,
  ) {}

  @Query()
  people(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args() args: PageArgs) {
    return this.persons.page(ctx, filter, args);
  }

  @Query()
  person(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return ctx.load(Person, id);
  }

  @Mutation()
  addPerson(@Ctx() ctx: RequestContext, @Input(addPersonInput) input: AddPersonInput, @Args('idempotencyKey') key?: string) {
    return this.persons.add(ctx, input, key);
  }

  @Mutation()
  addAccount(@Ctx() ctx: RequestContext, @Input(addAccountInput) input: CreateAccountInput, @Args('idempotencyKey') key?: string) {
    return this.persons.addAccount(ctx, input, key);
  }

  @Mutation()
  grantRole(@Ctx() ctx: RequestContext, @Input(grantRoleInput) input: GrantRoleInput, @Args('idempotencyKey') key?: string) {
    return this.roles.grant(ctx, input, key);
  }

  @Mutation()
  changeRole(@Ctx() ctx: RequestContext, @Args('id') id: string, @Input(changeRoleInput) input: ChangeRoleInput) {
    return this.roles.change(ctx, id, input);
  }

  @Mutation()
  revokeRole(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('until') day?: string) {
    return this.roles.revoke(ctx, id, parseInput(until, day, 'until'));
  }

  @Mutation()
  createJoinCode(@Ctx() ctx: RequestContext) {
    return this.joinCodes.issue(ctx);
  }

  @Mutation()
  admitPerson(@Ctx() ctx: RequestContext, @Input(admitPersonInput) input: AdmitPersonInput, @Args('idempotencyKey') key?: string) {
    return this.joinCodes.admit(ctx, input, key);
  }

  @ResolveField()
  async roleGrants(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return (await ctx.loadMany(RoleGrant, 'personId', person.id)).filter((grant) => !isOver(grant, today(ctx)));
  }

  @ResolveField()
  roleHistory(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return this.roles.history(ctx, person.id);
  }

  @ResolveField()
  knownSince(@Parent() person: Person, @Ctx() ctx: RequestContext) {
    return seesEverybody(ctx.actor) ? ctx.batch('Person.knownSince', person.id, (ids) => knownSince(ctx, ids)) : null;
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Person, reference.id);
  }
}

@Resolver('RoleGrant')
export class RoleGrantResolver {
  constructor(private readonly roles: RoleGrantService) {}

  @ResolveField()
  person(@Parent() grant: RoleGrant, @Ctx() ctx: RequestContext) {
    return ctx.load(Person, grant.personId);
  }

  @ResolveField()
  state(@Parent() grant: RoleGrant, @Ctx() ctx: RequestContext) {
    return stateOf(grant, today(ctx));
  }

  @ResolveField()
  viewerCanChange(@Parent() grant: RoleGrant, @Ctx() ctx: RequestContext) {
    return this.roles.mayChange(ctx, grant);
  }

  @ResolveField()
  organisation(@Parent() grant: RoleGrant, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, grant.organisationId);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(RoleGrant, reference.id);
  }
}
