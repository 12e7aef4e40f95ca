import { Alert, Button } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { useFormat, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { LiftSuspensionDocument } from './leaving.generated.ts';
import { leaving } from './leaving.messages.ts';

interface Props {
  suspension: { id: string; reason: string; since: string; until: string | null; suspendedBy: { name: string } };
  canLift: boolean;
  onDone: () => Promise<unknown>;
}

/** Says that and why somebody cannot work here at present. */
export function SuspensionNotice({ suspension, canLift, onDone }: Props) {
  const t = useMessages(leaving);
  const format = useFormat();
  const toast = useToast();
  const [lift, { loading }] = useMutation(LiftSuspensionDocument);
  const { id, reason, since, until, suspendedBy } = suspension;

  const end = async () => {
    try {
      await lift({ variables: { id } });
      toast.show(t('lifted'), { tone: 'success' });
      await onDone();
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
    }
  };

  return (
    <Alert severity="warning" sx={{ mb: 2 }} action={canLift && <Button size="small" color="inherit" loading={loading} onClick={() => void end()}>{t('lift')}</Button>}>
      {until ? t('suspendedSince', { since: format.day(since), until: format.day(until), reason }) : t('suspendedOpen', { since: format.day(since), reason })}
      {' '}{t('suspendedBy', { name: suspendedBy.name })}
    </Alert>
  );
}
