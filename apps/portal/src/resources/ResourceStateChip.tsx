import { StatusChip } from '@gongjian/ui';
import type { StatusPattern, StatusTone } from '@gongjian/ui';
import type { ResourceState } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';

const LOOKS: Record<ResourceState, { tone: StatusTone; pattern?: StatusPattern }> = {
  IN_USE: { tone: 'success' },
  IDLE: { tone: 'confirmed' },
  UNDER_REPAIR: { tone: 'maintenance' },
  LENT_OUT: { tone: 'pending' },
  TO_BE_SCRAPPED: { tone: 'danger', pattern: 'dashed' },
  SCRAPPED: { tone: 'danger' },
  WITHDRAWN: { tone: 'maintenance', pattern: 'dashed' },
};

export function ResourceStateChip({ state }: { state: ResourceState }) {
  const c = useMessages(common);
  return <StatusChip {...LOOKS[state]}>{c(`resourceState.${state}`)}</StatusChip>;
}
