import { Ctx, Input, type PageArgs, type RequestContext } from '@gongjian/platform';
import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { isOver, today } from '../day.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { JoinCodeService } from './join-code.service.ts';
import { Person } from './person.entity.ts';
import { type AddPersonInput, addPersonInput, type AdmitPersonInput, admitPersonInput, type GrantRoleInput, grantRoleInput } from './person.inputs.ts';
import { PersonService } from './person.service.ts';
import { RoleGrant } from './role-grant.entity.ts';

@Resolver('Person')
export class PersonResolver {
  constructor(
    private readonly persons: PersonService,
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
  grantRole(@Ctx() ctx: RequestContext, @Input(grantRoleInput) input: GrantRoleInput) {
    return this.persons.grantRole(ctx, input);
  }

  @Mutation()
  revokeRole(@Ctx() ctx: RequestContext, @Args('id') id: string) {
    return this.persons.revokeRole(ctx, id);
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

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(Person, reference.id);
  }
}

@Resolver('RoleGrant')
export class RoleGrantResolver {
  @ResolveField()
  organisation(@Parent() grant: RoleGrant, @Ctx() ctx: RequestContext) {
    return ctx.load(Organisation, grant.organisationId);
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext) {
    return ctx.load(RoleGrant, reference.id);
  }
}
