import { defineSubgraph } from '@gongjian/platform';
import { Allocation } from './booking/allocation.entity.ts';
import { AllocationResolver, ApprovalResolver, BookingCheckResolver, BookingRefusalResolver } from './booking/allocation.resolver.ts';
import { Approval } from './booking/approval.entity.ts';
import { ApprovalService } from './booking/approval.service.ts';
import { BookingChange } from './booking/booking.change.ts';
import { Booking } from './booking/booking.entity.ts';
import { bookingPermissions } from './booking/booking.permissions.ts';
import { BookingResolver } from './booking/booking.resolver.ts';
import { BookingService } from './booking/booking.service.ts';
import { ExportController } from './export/export.controller.ts';
import { LoadResolver } from './load/load.resolver.ts';
import { Maintenance } from './maintenance/maintenance.entity.ts';
import { maintenancePermissions } from './maintenance/maintenance.permissions.ts';
import { MaintenanceHitsResolver, MaintenanceResolver } from './maintenance/maintenance.resolver.ts';
import { MaintenanceService } from './maintenance/maintenance.service.ts';
import { messages } from './messages.ts';
import { createResource } from './migrations/20261123120000-create-resource.ts';
import { createBooking } from './migrations/20261123120100-create-booking.ts';
import { createAllocation } from './migrations/20261123120200-create-allocation.ts';
import { AccessResolver } from './resource/access.resolver.ts';
import { Resource } from './resource/resource.entity.ts';
import { resourcePermissions } from './resource/resource.permissions.ts';
import { ResourceResolver } from './resource/resource.resolver.ts';
import { ResourceService } from './resource/resource.service.ts';

const bookings = new BookingService();

/** Resources, what takes them, and how full the park is. */
export const scheduling = defineSubgraph({
  name: 'scheduling',
  url: import.meta.url,
  entities: [Resource, Booking, Approval, Allocation, Maintenance],
  migrations: [createResource, createBooking, createAllocation],
  permissions: [resourcePermissions, bookingPermissions, maintenancePermissions],
  providers: [
    AccessResolver,
    AllocationResolver,
    ApprovalResolver,
    ApprovalService,
    BookingChange,
    BookingCheckResolver,
    BookingRefusalResolver,
    BookingResolver,
    BookingService,
    LoadResolver,
    MaintenanceHitsResolver,
    MaintenanceResolver,
    MaintenanceService,
    ResourceResolver,
    ResourceService,
  ],
  controllers: [ExportController],
  jobs: { 'booking.expire': (ctx, data: { bookingId: string }) => bookings.expire(ctx, data) },
  messages,
});
