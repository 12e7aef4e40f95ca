import { useState } from 'react';
import { Box, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, FieldRow, SelectInput } from '@gongjian/ui';
import { useProved } from '../account/Proof.tsx';
import { useMessages } from '../i18n/index.ts';
import { RotateApiKeyDocument } from './developers.generated.ts';
import type { ApiKeyRowFragment } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { DAYS, KEEP_HOURS } from './scopes.ts';

type Keep = (typeof KEEP_HOURS)[number];

/** A new key in place of one that is in use, without a gap. */
export function RotateKeyDialog({ row, onClose, onMade }: { row: ApiKeyRowFragment; onClose: () => void; onMade: (secret: string) => void }) {
  const t = useMessages(developers);
  const [days, setDays] = useState<(typeof DAYS)[number]>('90');
  const [keep, setKeep] = useState<Keep>('24');
  const [rotate] = useMutation(RotateApiKeyDocument);
  const proved = useProved();
  const change = async () => {
    const { data } = await proved(() => rotate({ variables: { id: row.id, input: { days: Number(days), keepHours: Number(keep) } } }));
    onMade(data!.rotateApiKey.secret);
  };
  return (
    <ConfirmDialog open maxWidth="sm" title={t('rotateTitle', { name: row.name })} confirmLabel={t('rotate')} errorText={errorText} onConfirm={change} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2">{t('rotateHelp')}</Typography>
        <FieldRow>
          <SelectInput<(typeof DAYS)[number]> label={t('daysLabel')} value={days} onChange={setDays} options={DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))} />
          <SelectInput<Keep> label={t('keep')} value={keep} onChange={setKeep} options={KEEP_HOURS.map((value) => ({ value, label: value === '0' ? t('keepNot') : t('keepHours', { count: Number(value) }) }))} />
        </FieldRow>
      </Box>
    </ConfirmDialog>
  );
}
