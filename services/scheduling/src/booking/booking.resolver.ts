import { Args, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Ctx, Input, type Page, type PageArgs, parseInput, type RequestContext } from '@gongjian/platform';
import { Allocation } from './allocation.entity.ts';
import { Approval } from './approval.entity.ts';
import { ApprovalService } from './approval.service.ts';
import { BookingChange } from './booking.change.ts';
import { Booking } from './booking.entity.ts';
import { bookingFilter, type BookingOrder, type CheckBookingInput, checkBookingInput, type CreateBookingInput, createBookingInput, type Decision, reason, type UpdateBookingInput, updateBookingInput } from './booking.inputs.ts';
import { matching, ordered } from './booking.queries.ts';
import { BookingService } from './booking.service.ts';
import type { BookingCheck, BookingOutcome } from './outcome.ts';
import { ofAllParts } from './each-part.ts';
import { partner } from '../grant/consortia.ts';
import { usesOf } from '../grant/use.queries.ts';

@Resolver('Booking')
export class BookingResolver {
  constructor(
    private readonly bookings: BookingService,
    private readonly change: BookingChange,
    private readonly approvals: ApprovalService,
  ) {}

  @Query('booking')
  booking(@Ctx() ctx: RequestContext, @Args('id') id: string): Promise<Booking | null> {
    return ctx.get(Booking, id);
  }

  @Query('bookings')
  list(@Ctx() ctx: RequestContext, @Args('filter') filter: unknown, @Args('orderBy') orderBy: BookingOrder, @Args() page: PageArgs): Promise<Page<Booking>> {
    return ctx.page(Booking, page, { where: matching(ctx, parseInput(bookingFilter.nullish(), filter, 'filter')), orderBy: ordered(orderBy) });
  }

  @Query('checkBooking')
  check(@Ctx() ctx: RequestContext, @Input(checkBookingInput) input: CheckBookingInput): Promise<BookingCheck> {
    return this.bookings.check(ctx, input);
  }

  @Mutation('createBooking')
  create(@Ctx() ctx: RequestContext, @Input(createBookingInput) input: CreateBookingInput, @Args('idempotencyKey') key?: string): Promise<BookingOutcome> {
    return this.bookings.create(ctx, input, key);
  }

  @Mutation('updateBooking')
  update(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Input(updateBookingInput) input: UpdateBookingInput): Promise<BookingOutcome> {
    return this.change.update(ctx, id, version, input);
  }

  @Mutation('cancelBooking')
  cancel(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number, @Args('reason') why?: string): Promise<BookingOutcome> {
    return this.bookings.cancel(ctx, id, version, parseInput(reason, why, 'reason') ?? null);
  }

  @Mutation('restoreBooking')
  restore(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('version') version: number): Promise<BookingOutcome> {
    return this.bookings.restore(ctx, id, version);
  }

  @Mutation('decideBooking')
  decide(@Ctx() ctx: RequestContext, @Args('id') id: string, @Args('decision') decision: Decision, @Args('reason') why?: string): Promise<BookingOutcome> {
    return this.approvals.decide(ctx, id, decision, parseInput(reason, why, 'reason') ?? null);
  }

  @ResolveField('organisation')
  organisation(@Parent() booking: Booking): object {
    return { __typename: 'Organisation', id: booking.organisationId };
  }

  @ResolveField('requestedBy')
  requestedBy(@Parent() booking: Booking, @Ctx() ctx: RequestContext): object | null {
    return booking.homeId === ctx.currentTenant ? { __typename: 'Person', id: booking.requestedById } : null;
  }

  @ResolveField('holdUntil')
  holdUntil(@Parent() booking: Booking): Date | null {
    return booking.state === 'PENDING' ? booking.holdUntil : null;
  }

  @ResolveField('allocations')
  allocations(@Parent() booking: Booking, @Ctx() ctx: RequestContext): Promise<Allocation[]> {
    return ofAllParts(ctx, Allocation, booking);
  }

  @ResolveField('elsewhere')
  async elsewhere(@Parent() booking: Booking, @Ctx() ctx: RequestContext): Promise<string[]> {
    if (!booking.tenants) return [];
    const others = booking.tenants.filter((id) => id !== ctx.currentTenant);
    return Promise.all(others.map(async (id) => (await partner(ctx, id))?.name ?? ''));
  }

  @ResolveField('uses')
  uses(@Parent() booking: Booking, @Ctx() ctx: RequestContext) {
    return usesOf(ctx, booking);
  }

  @ResolveField('approvals')
  approvalsOf(@Parent() booking: Booking, @Ctx() ctx: RequestContext): Promise<Approval[]> {
    return ofAllParts(ctx, Approval, booking);
  }

  @ResolveField('viewerCanUpdate')
  viewerCanUpdate(@Parent() booking: Booking, @Ctx() ctx: RequestContext): boolean {
    return booking.homeId === ctx.currentTenant && ctx.can('update', booking) && booking.isOpenAt(ctx.now);
  }

  @ResolveField('viewerCanCancel')
  viewerCanCancel(@Parent() booking: Booking, @Ctx() ctx: RequestContext): boolean {
    return ctx.can('cancel', booking) && booking.isOpenAt(ctx.now);
  }

  @ResolveField('viewerCanDecide')
  async viewerCanDecide(@Parent() booking: Booking, @Ctx() ctx: RequestContext): Promise<boolean> {
    if (booking.state !== 'PENDING' || booking.isExpired(ctx.now)) return false;
    const approvals = await ctx.loadMany(Approval, 'bookingId', booking.id);
    return approvals.some((approval) => approval.state === 'WAITING' && ctx.can('decide', approval));
  }

  @ResolveReference()
  resolveReference(reference: { id: string }, ctx: RequestContext): Promise<Booking | null> {
    return ctx.load(Booking, reference.id);
  }
}
