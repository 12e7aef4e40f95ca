import { Query, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '@gongjian/platform';
import { Approval } from '../booking/approval.entity.ts';
import { Booking } from '../booking/booking.entity.ts';
import { Maintenance } from '../maintenance/maintenance.entity.ts';
import { SharedDataSet } from '../shared-data/shared-data.queries.ts';
import { Resource } from './resource.entity.ts';

interface SchedulingAccess {
  canBook: boolean;
  canImport: boolean;
  canCreateResource: boolean;
  canApprove: boolean;
  canBlock: boolean;
  canSeeAllBookings: boolean;
  canExport: boolean;
  canSeeSharedData: boolean;
  bookForOrganisationIds: string[] | null;
  importForOrganisationIds: string[] | null;
}

/** An organisation that nobody belongs to: who may act for it may act for all. */
const ANY = '';

@Resolver('SchedulingAccess')
export class AccessResolver {
  @Query('schedulingAccess')
  access(@Ctx() ctx: RequestContext): SchedulingAccess {
    const own = [ctx.actor.organisationId];
    const canBook = ctx.can('create', Booking);
    const canImport = ctx.can('import', Resource);
    const forAll = ctx.can('create', Object.assign(new Booking(), { organisationId: ANY }));
    const importsAll = ctx.can('import', Object.assign(new Resource(), { ownerId: ANY }));
    return {
      canBook,
      canImport,
      canCreateResource: ctx.can('create', Resource),
      canApprove: ctx.can('decide', Approval),
      canBlock: ctx.can('create', Maintenance),
      canSeeAllBookings: ctx.can('read', Object.assign(new Booking(), { organisationId: ANY, requestedById: ANY, allocations: [] })),
      canExport: ctx.can('export', Resource),
      canSeeSharedData: ctx.can('read', SharedDataSet),
      bookForOrganisationIds: forAll ? null : canBook ? own : [],
      importForOrganisationIds: importsAll ? null : canImport ? own : [],
    };
  }
}
