import type { RequestContext } from '@gongjian/platform';
import { Approval } from './approval.entity.ts';
import type { Booking } from './booking.entity.ts';
import type { Difference } from './difference.ts';
import { ofAllParts } from './each-part.ts';
import { decidesFor } from './slots.ts';

/** What becomes of an owner's answer when a booking changes, in the consortium of its things. */
export interface PlannedApproval {
  tenantId: string;
  ownerId: string;
  /** Null where there is none yet. */
  approval: Approval | null;
  state: Approval['state'] | 'NONE';
  asksAnew: boolean;
}

const partOf = ({ tenantId, ownerId }: { tenantId: string; ownerId: string }): string => `${tenantId} ${ownerId}`;

/** Each owner whose things need it answers anew when they are wanted at another time than before, when things of its own came in, or when nobody has asked yet. */
export async function approvalsAfter(ctx: RequestContext, booking: Booking, { wish, purpose, touched, resources, added }: Difference): Promise<PlannedApproval[]> {
  const approvals = await ofAllParts(ctx, Approval, booking);
  const as = (approval: Approval, state: PlannedApproval['state']): PlannedApproval => ({ tenantId: approval.tenantId, ownerId: approval.ownerId, approval, state, asksAnew: false });
  if (!touched) return approvals.map((approval) => as(approval, approval.state));
  const existing = new Map(approvals.map((approval) => [partOf(approval), approval]));
  const owners = Map.groupBy(resources.filter(({ needsApproval }) => needsApproval), partOf);
  // Who said yes to the morning said yes to a part of it.
  const reaches = wish.startsAt < booking.startsAt || wish.endsAt > booking.endsAt;
  const planned = approvals.filter((approval) => !owners.has(partOf(approval))).map((approval) => as(approval, 'NONE'));
  for (const [part, things] of owners) {
    const approval = existing.get(part) ?? null;
    const [{ tenantId, ownerId }] = things as [Difference['resources'][number]];
    const anew = reaches || things.some(({ id }) => added.some((one) => one.id === id)) || (!approval && purpose !== booking.purpose);
    if (!anew) {
      if (approval) planned.push(as(approval, approval.state));
    } else if (!decidesFor(ctx, ownerId)) planned.push({ tenantId, ownerId, approval, state: 'WAITING', asksAnew: true });
    else if (approval) planned.push(as(approval, 'APPROVED'));
  }
  return planned;
}

/** Those of the current consortium. */
export async function writeApprovals(ctx: RequestContext, booking: Booking, planned: readonly PlannedApproval[]): Promise<void> {
  const waiting = { state: 'WAITING' as const, decidedById: null, decidedAt: null, reason: null };
  for (const { ownerId, approval, state } of planned) {
    if (!approval) await ctx.insert(Approval, { bookingId: booking.id, ownerId, ...waiting });
    else if (state === 'NONE') await ctx.remove(approval);
    else if (state === 'WAITING' && approval.state !== 'WAITING') await ctx.update(approval, waiting);
    else if (state === 'APPROVED' && approval.state !== 'APPROVED') await ctx.update(approval, { state, decidedById: ctx.actor.personId, decidedAt: ctx.now });
  }
}
