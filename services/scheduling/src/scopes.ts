import type { ScopeParts } from '@gongjian/platform';
import { Allocation } from './booking/allocation.entity.ts';
import { Approval } from './booking/approval.entity.ts';
import { Booking } from './booking/booking.entity.ts';
import { Import, ImportRow } from './import/import.entity.ts';
import { Maintenance } from './maintenance/maintenance.entity.ts';
import { Resource } from './resource/resource.entity.ts';

const READS_RESOURCES = ['resources', 'resource', 'openingHours', 'allocations', 'searchResources'];
const READS_BOOKINGS = ['bookings', 'booking', 'searchBookings'];
const resources = [Resource, Maintenance, Allocation].map((entity) => [['read'], entity] as const);
const bookings = [Booking, Approval].map((entity) => [['read'], entity] as const);

/** What programs may ask of scheduling. Telephone and identity card numbers are revealed to people alone, who are recorded. */
export const schedulingScopes: ScopeParts = {
  READ_RESOURCES: { operations: READS_RESOURCES, may: resources },
  WRITE_RESOURCES: {
    operations: [...READS_RESOURCES, 'createResource', 'updateResource', 'createMaintenance', 'cancelMaintenance'],
    may: [...resources, [['create', 'update', 'block'], Resource], [['create', 'update'], Maintenance]],
  },
  READ_BOOKINGS: { operations: [...READS_BOOKINGS, ...READS_RESOURCES], may: [...resources, ...bookings] },
  WRITE_BOOKINGS: {
    operations: [...READS_BOOKINGS, ...READS_RESOURCES, 'checkBooking', 'createBooking', 'updateBooking', 'cancelBooking', 'restoreBooking'],
    may: [...resources, ...bookings, [['book'], Resource], [['create', 'update', 'cancel'], Booking]],
  },
  DECIDE_BOOKINGS: { operations: [...READS_BOOKINGS, 'decideBooking'], may: [...resources, ...bookings, [['decide'], Approval]] },
  IMPORT_REGISTERS: {
    operations: ['import', 'imports', 'importFields', 'startImport', 'updateImportMapping', 'applyImport', 'discardImport'],
    may: [...resources, [['import'], Resource], [['read', 'create', 'update'], Import], [['read'], ImportRow]],
  },
};
