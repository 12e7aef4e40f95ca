import { Box, Typography } from '@mui/material';
import type { ResourceDutyAction } from '@gongjian/api/schema.types.ts';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Choice } from './Choice.tsx';
import type { DutiesFragment } from './leaving.generated.ts';
import { leaving } from './leaving.messages.ts';

interface Props {
  title: string;
  resources: DutiesFragment['resources'];
  count: number;
  actions: readonly ResourceDutyAction[];
  value: ResourceDutyAction;
  onChange: (action: ResourceDutyAction) => void;
}

/** Some names are enough to know which ones are meant. */
const NAMED = 8;

/** Resources with one decision for all of them. */
export function DutyResources({ title, resources, count, actions, value, onChange }: Props) {
  const t = useMessages(leaving);
  const format = useFormat();
  const names = format.list(resources.slice(0, NAMED).map(({ name }) => name));
  return (
    <Box component="section" aria-label={title}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Typography variant="h3" sx={{ flex: 1, minWidth: 160 }}>{title}</Typography>
        <Choice label={t('resourcesDecision')} value={value} options={actions.map((action) => ({ value: action, label: t(action) }))} onChange={onChange} />
      </Box>
      <Typography variant="body2" sx={{ mt: 0.5, color: 'own.faint' }}>{count > NAMED ? t('resourceNames', { names }) : names}</Typography>
    </Box>
  );
}
