import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Link, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import { DataTable, EmptyState, FormDialog, PageHeader, TextInput, useFormat, useToast } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { DecideUseDocument, UsesInQuestionDocument } from './grants.generated.ts';
import type { UsesInQuestionQuery } from './grants.generated.ts';
import { grants } from './grants.messages.ts';

type Use = UsesInQuestionQuery['usesInQuestion'][number];

/** Coming bookings that their agreement does not cover any more. Nothing is dropped: the giver lets each stand or cancels it. */
export default function UsesPage() {
  const t = useMessages(grants);
  const format = useFormat();
  const toast = useToast();
  const { me } = useSession();
  usePageTitle(t('uses'));
  const { data, previousData, error, refetch } = useQuery(UsesInQuestionDocument, { fetchPolicy: 'cache-and-network' });
  const [decide] = useMutation(DecideUseDocument);
  const [cancelling, setCancelling] = useState<Use>();
  const titleOf = (use: Use) => use.booking?.title ?? '';
  const keep = async (use: Use) => {
    try {
      await decide({ variables: { id: use.id, decision: 'KEEP' } });
      toast.show(t('kept', { title: titleOf(use) }), { tone: 'success' });
      await refetch();
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  const columns: Column<Use>[] = [
    { key: 'booking', header: t('booking'), cell: (use) => titleOf(use) },
    { key: 'when', header: t('when'), cell: ({ booking }) => booking && format.range(booking.startsAt, booking.endsAt) },
    { key: 'for', header: t('forWhom'), cell: ({ booking }) => booking?.organisation.shortName },
    { key: 'clause', header: t('clause'), cell: ({ clause }) => clause && <Link href={`/agreements/${clause.agreement.id}`}>{t('clauseOf', { agreement: clause.agreement.title, number: clause.number })}</Link> },
  ];
  return (
    <>
      <PageHeader title={t('uses')} description={t('usesHelp')} actions={<Button href="/agreements">{t('toList')}</Button>} />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={(data ?? previousData)?.usesInQuestion}
        rowKey={(use) => use.id}
        href={(use) => `/bookings/${use.booking?.id}`}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t('usesEmpty')}>{t('usesEmptyHelp')}</EmptyState>}
        actions={(use) => (use.clause?.giver.id === me.organisation?.id ? (
          <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 0.5 }}>
            <Button size="small" aria-label={t('keepNamed', { title: titleOf(use) })} onClick={() => void keep(use)}>{t('keep')}</Button>
            <Button size="small" variant="text" sx={{ color: 'error.main' }} aria-label={t('cancelNamed', { title: titleOf(use) })} onClick={() => setCancelling(use)}>{t('cancel')}</Button>
          </Box>
        ) : <Typography variant="caption" sx={{ color: 'own.faint' }}>{t('otherDecides', { name: use.clause?.giver.name ?? '' })}</Typography>)}
      />
      {cancelling && <CancelDialog use={cancelling} onClose={() => setCancelling(undefined)} onDone={() => void refetch()} />}
    </>
  );
}

function CancelDialog({ use, onClose, onDone }: { use: Use; onClose: () => void; onDone: () => void }) {
  const t = useMessages(grants);
  const words = useMessages(common);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [decide, { loading, error }] = useMutation(DecideUseDocument);
  const shown = (asked && !reason.trim() ? t('reasonMissing') : undefined) ?? fieldErrors(error)['reason'];
  const title = use.booking?.title ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim()) return;
    try {
      await decide({ variables: { id: use.id, decision: 'CANCEL', reason: reason.trim() } });
      toast.show(t('cancelled', { title }), { tone: 'success' });
      onDone();
      onClose();
    } catch {
      // Shown above the form, or at its field.
    }
  };
  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="cancel-use">
      <DialogTitle id="cancel-use">{t('cancelTitle', { title })}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2">{t('cancelHelp')}</Typography>
          {error && !shown && <Alert severity="error">{errorText(error)}</Alert>}
          <TextInput required autoFocus multiline minRows={2} label={t('reason')} value={reason} onChange={setReason} error={shown} slotProps={{ htmlInput: { maxLength: 500 } }} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="error" loading={loading}>{t('cancel')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
