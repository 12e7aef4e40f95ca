import { useState } from 'react';
import { Box, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, TextInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { privacy } from './privacy.messages.ts';

interface Props {
  title: string;
  help?: string;
  yes: string;
  no: string;
  onAnswer: (yes: boolean, reason: string | null) => Promise<unknown>;
  onClose: () => void;
}

/** Yes, or no with a reason that whoever asked will read. */
export function AnswerDialog({ title, help, yes, no, onAnswer, onClose }: Props) {
  const t = useMessages(privacy);
  const [choice, setChoice] = useState<'yes' | 'no'>('yes');
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog open title={title} confirmLabel={t('decideConfirm')} errorText={errorText} onClose={onClose} disabled={choice === 'no' && !reason.trim()} onConfirm={() => onAnswer(choice === 'yes', reason.trim() || null)}>
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        {help && <Typography variant="body2">{help}</Typography>}
        <RadioGroup aria-label={title} value={choice} onChange={(event) => setChoice(event.target.value as 'yes' | 'no')}>
          <FormControlLabel value="yes" control={<Radio />} label={yes} />
          <FormControlLabel value="no" control={<Radio />} label={no} />
        </RadioGroup>
        <TextInput required={choice === 'no'} multiline minRows={2} label={t('why')} value={reason} onChange={setReason} slotProps={{ htmlInput: { maxLength: 500 } }} />
      </Box>
    </ConfirmDialog>
  );
}
