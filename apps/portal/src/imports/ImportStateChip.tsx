import { StatusChip } from '@gongjian/ui';
import type { StatusPattern, StatusTone } from '@gongjian/ui';
import type { ImportRowState, ImportState } from '@gongjian/api/schema.types.ts';
import { useMessages } from '../i18n/index.ts';
import { imports } from './imports.messages.ts';

interface Look {
  tone: StatusTone;
  pattern?: StatusPattern;
}

const STATES: Record<ImportState, Look> = {
  READING: { tone: 'confirmed', pattern: 'dashed' },
  REVIEW: { tone: 'pending' },
  APPLYING: { tone: 'confirmed', pattern: 'dashed' },
  DONE: { tone: 'success' },
  FAILED: { tone: 'danger' },
};
const ROWS: Record<ImportRowState, Look> = {
  NEW: { tone: 'success' },
  CHANGED: { tone: 'confirmed' },
  UNCHANGED: { tone: 'maintenance', pattern: 'solid' },
  BAD: { tone: 'danger' },
  SKIPPED: { tone: 'maintenance', pattern: 'dashed' },
};

export function ImportStateChip({ state }: { state: ImportState }) {
  const t = useMessages(imports);
  return <StatusChip {...STATES[state]}>{t(`state.${state}`)}</StatusChip>;
}

export function RowStateChip({ state }: { state: ImportRowState }) {
  const t = useMessages(imports);
  return <StatusChip {...ROWS[state]}>{t(`rowState.${state}`)}</StatusChip>;
}
