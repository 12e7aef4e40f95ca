import { defineSubgraph } from '@gongjian/platform';
import { Allocation } from './booking/allocation.entity.ts';
import { AllocationResolver, ApprovalResolver, BookingCheckResolver, BookingRefusalResolver } from './booking/allocation.resolver.ts';
import { Approval } from './booking/approval.entity.ts';
import { ApprovalService } from './booking/approval.service.ts';
import { BookingChange } from './booking/booking.change.ts';
import { Booking } from './booking/booking.entity.ts';
import { bookingPermissions } from './booking/booking.permissions.ts';
import { BookingResolver } from './booking/booking.resolver.ts';
import { BookingService, endHold } from './booking/booking.service.ts';
import { departurePermissions } from './departure/departure.permissions.ts';
import { DutyBookingResolver, DutyResourceResolver, OrganisationDutiesResolver, PersonDutiesResolver } from './departure/departure.resolver.ts';
import { DepartureService, type ResourceJob } from './departure/departure.service.ts';
import { ExportController } from './export/export.controller.ts';
import { AccessService } from './grant/access.service.ts';
import { echo } from './grant/echo.ts';
import { EffectsService } from './grant/effects.service.ts';
import { GrantUse, Reach } from './grant/grant.entity.ts';
import { grantMessages } from './grant/grant.messages.ts';
import { grantPermissions } from './grant/grant.permissions.ts';
import { AccessStepResolver, EffectResolver, GrantResolver, GrantUseResolver, LedgerEntryResolver, LedgerResolver, SharedThingResolver } from './grant/grant.resolver.ts';
import { LedgerService } from './grant/ledger.service.ts';
import { usesRound } from './grant/uses.round.ts';
import { ImportController } from './import/import.controller.ts';
import { Import, ImportRow } from './import/import.entity.ts';
import { applyImport, type ImportJob, readImport } from './import/import.jobs.ts';
import { importMessages } from './import/import.messages.ts';
import { importPermissions } from './import/import.permissions.ts';
import { ImportResolver } from './import/import.resolver.ts';
import { ImportService } from './import/import.service.ts';
import { LoadResolver } from './load/load.resolver.ts';
import { Maintenance } from './maintenance/maintenance.entity.ts';
import { maintenancePermissions } from './maintenance/maintenance.permissions.ts';
import { MaintenanceHitsResolver, MaintenanceResolver } from './maintenance/maintenance.resolver.ts';
import { MaintenanceService } from './maintenance/maintenance.service.ts';
import { messageKinds } from './message.kinds.ts';
import { messages } from './messages.ts';
import { createResource } from './migrations/20261123120000-create-resource.ts';
import { createBooking } from './migrations/20261123120100-create-booking.ts';
import { createAllocation } from './migrations/20261123120200-create-allocation.ts';
import { createImport } from './migrations/20261123130000-create-import.ts';
import { addFurtherSheets } from './migrations/20261126010100-add-further-sheets.ts';
import { withdrawResource } from './migrations/20261126030400-withdraw-resource.ts';
import { createSearch } from './migrations/20261126080000-create-search.ts';
import { guardSealed } from './migrations/20261127030200-guard-sealed.ts';
import { publishOwnRecords } from './migrations/20261127040100-publish-own-records.ts';
import { createErasure } from './migrations/20261127040400-create-erasure.ts';
import { createMinorAccess } from './migrations/20261127040500-create-minor-access.ts';
import { searchByOrganisation } from './migrations/20261127050100-search-by-organisation.ts';
import { createPool } from './migrations/20261129010000-create-pool.ts';
import { createReach } from './migrations/20261130020000-create-reach.ts';
import { exchangeReaches } from './migrations/20261201030000-exchange-reaches.ts';
import { readReachByRule } from './migrations/20261201020000-read-reach-by-rule.ts';
import { changeAcross } from './migrations/20261202010000-change-across.ts';
import { hearOfShared } from './migrations/20261202010100-hear-of-shared.ts';
import { MinorAccess } from './minor/minor-access.entity.ts';
import { minorPermissions } from './minor/minor.permissions.ts';
import { MinorAccessResolver, ResourceMinorResolver } from './minor/minor.resolver.ts';
import { MinorService } from './minor/minor.service.ts';
import { ownRecordMessages } from './own-record/own-record.messages.ts';
import { OwnRecordResolver } from './own-record/own-record.resolver.ts';
import { OwnRecordService } from './own-record/own-record.service.ts';
import { Pool } from './pool/pool.entity.ts';
import { poolPermissions } from './pool/pool.permissions.ts';
import { PoolResolver } from './pool/pool.resolver.ts';
import { PoolService } from './pool/pool.service.ts';
import { erasureRound } from './erasure/erasure.round.ts';
import { AccessResolver } from './resource/access.resolver.ts';
import { schedulingData } from './scheduling.data.ts';
import { Resource } from './resource/resource.entity.ts';
import { resourcePermissions } from './resource/resource.permissions.ts';
import { ResourceResolver } from './resource/resource.resolver.ts';
import { ResourceService } from './resource/resource.service.ts';
import { BookingIndex } from './search/booking-index.ts';
import { completeIndex, indexBookingsOf } from './search/search.index.ts';
import { schedulingNews } from './news.ts';
import { schedulingScopes } from './scopes.ts';
import { SearchResolver } from './search/search.resolver.ts';
import { SearchService } from './search/search.service.ts';
import { sharedDataPermissions } from './shared-data/shared-data.permissions.ts';
import { SharedDataResolver } from './shared-data/shared-data.resolver.ts';
import { SharedDataService } from './shared-data/shared-data.service.ts';

const departures = new DepartureService();

/** Resources, what takes them, and how full the park is. */
export const scheduling = defineSubgraph({
  name: 'scheduling',
  url: import.meta.url,
  entities: [Resource, Booking, Approval, Allocation, Maintenance, Import, ImportRow, MinorAccess, Pool, Reach, GrantUse],
  migrations: [createResource, createBooking, createAllocation, createImport, addFurtherSheets, withdrawResource, createSearch, guardSealed, publishOwnRecords, createErasure, createMinorAccess, searchByOrganisation, createPool, createReach, readReachByRule, exchangeReaches, changeAcross, hearOfShared],
  data: schedulingData,
  permissions: [resourcePermissions, bookingPermissions, maintenancePermissions, importPermissions, departurePermissions, minorPermissions, poolPermissions, grantPermissions, sharedDataPermissions],
  scopes: schedulingScopes,
  providers: [
    AccessResolver,
    AccessService,
    AccessStepResolver,
    EffectResolver,
    EffectsService,
    GrantResolver,
    GrantUseResolver,
    LedgerEntryResolver,
    LedgerResolver,
    LedgerService,
    SharedDataResolver,
    SharedDataService,
    SharedThingResolver,
    AllocationResolver,
    ApprovalResolver,
    ApprovalService,
    BookingChange,
    BookingCheckResolver,
    BookingIndex,
    BookingRefusalResolver,
    BookingResolver,
    BookingService,
    DepartureService,
    DutyBookingResolver,
    DutyResourceResolver,
    ImportResolver,
    ImportService,
    LoadResolver,
    MaintenanceHitsResolver,
    MaintenanceResolver,
    MaintenanceService,
    OrganisationDutiesResolver,
    MinorAccessResolver,
    ResourceMinorResolver,
    MinorService,
    OwnRecordResolver,
    OwnRecordService,
    PersonDutiesResolver,
    PoolResolver,
    PoolService,
    ResourceResolver,
    ResourceService,
    SearchResolver,
    SearchService,
  ],
  controllers: [ExportController, ImportController],
  jobs: {
    'departure.resources': (ctx, data: ResourceJob) => departures.settleLater(ctx, data),
    'booking.expire': (ctx, data: { bookingId: string }) => endHold(ctx, data),
    'import.read': (ctx, data: ImportJob) => readImport(ctx, data),
    'import.apply': (ctx, data: ImportJob) => applyImport(ctx, data),
    'search.bookings': (ctx, data: { resourceIds: string[]; bookingIds?: string[] }) => indexBookingsOf(ctx, data),
    'search.complete': (ctx) => completeIndex(ctx),
  },
  kinds: messageKinds,
  rounds: [erasureRound, usesRound],
  messages: { 'zh-CN': { ...importMessages['zh-CN'], ...grantMessages['zh-CN'], ...ownRecordMessages['zh-CN'], ...messages['zh-CN'] }, en: { ...importMessages.en, ...grantMessages.en, ...ownRecordMessages.en, ...messages.en } },
  news: schedulingNews,
  echo,
});

export { settleUses } from './grant/uses.round.ts';
