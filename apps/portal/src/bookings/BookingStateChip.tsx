import { StatusChip } from '@gongjian/ui';
import type { StatusPattern, StatusTone } from '@gongjian/ui';
import type { BookingState } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';

const LOOKS: Record<BookingState, { tone: StatusTone; pattern?: StatusPattern }> = {
  PENDING: { tone: 'pending' },
  CONFIRMED: { tone: 'confirmed' },
  REJECTED: { tone: 'danger' },
  CANCELLED: { tone: 'maintenance', pattern: 'solid' },
  EXPIRED: { tone: 'maintenance', pattern: 'dashed' },
};

export function BookingStateChip({ state }: { state: BookingState }) {
  const c = useMessages(common);
  return <StatusChip {...LOOKS[state]}>{c(`bookingState.${state}`)}</StatusChip>;
}
