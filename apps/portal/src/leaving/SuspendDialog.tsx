import { useState } from 'react';
import { Box, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, newKey } from '@gongjian/api';
import { addDays, ConfirmDialog, DayInput, TextInput, useToast, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { SuspendMemberDocument, SuspendPersonDocument } from './leaving.generated.ts';
import { leaving } from './leaving.messages.ts';

type Whom = { personId: string } | { membershipId: string };

interface Props {
  whom: Whom;
  name: string;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** Why, and until when; in force at once. */
export function SuspendDialog({ whom, name, onClose, onDone }: Props) {
  const t = useMessages(leaving);
  const toast = useToast();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [idempotencyKey] = useState(newKey);
  const [suspendPerson] = useMutation(SuspendPersonDocument);
  const [suspendMember] = useMutation(SuspendMemberDocument);

  const suspend = async () => {
    const input = { reason: reason.trim(), until: until || null };
    if ('personId' in whom) await suspendPerson({ variables: { personId: whom.personId, input, idempotencyKey } });
    else await suspendMember({ variables: { membershipId: whom.membershipId, input, idempotencyKey } });
    toast.show(t('suspended', { name }), { tone: 'success' });
    await onDone();
  };

  return (
    <ConfirmDialog open danger maxWidth="sm" title={t('suspendTitle', { name })} confirmLabel={t('suspend')} disabled={!reason.trim()} errorText={errorText} onClose={onClose} onConfirm={suspend}>
      <Typography variant="body2" sx={{ mb: 2 }}>{t('personId' in whom ? 'suspendPersonHelp' : 'suspendMemberHelp')}</Typography>
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <TextInput required autoFocus multiline minRows={2} label={t('reason')} value={reason} onChange={setReason} help={t('reasonHelp')} slotProps={{ htmlInput: { maxLength: 500 } }} />
        <DayInput label={t('until')} value={until} onChange={setUntil} help={t('untilHelp')} min={addDays(today, 1)} />
      </Box>
    </ConfirmDialog>
  );
}
