import type { ApprovalState, BookingState } from '@gongjian/api/schema.types.ts';
import type { StatusTone } from '@gongjian/ui';

export const bookingTone: Record<BookingState, StatusTone> = {
  PENDING: 'pending',
  CONFIRMED: 'confirmed',
  REJECTED: 'danger',
  CANCELLED: 'draft',
  EXPIRED: 'draft',
};

export const approvalTone: Record<ApprovalState, StatusTone> = { WAITING: 'pending', APPROVED: 'success', REJECTED: 'danger' };
