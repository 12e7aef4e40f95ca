import { useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { errorText, fieldErrors } from '@gongjian/api';
import { dayOf, DayInput, FieldRow, instantOf, minutesOf, parseTime, TextInput, TimeInput, timeText, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { BlockHits } from './BlockHits.tsx';
import { resources } from './resources.messages.ts';
import { BlockResourceDocument, UnblockResourceDocument, ResourceAllocationsDocument } from './resources.generated.ts';
import type { BlockResourceMutation, ResourcePartsFragment } from './resources.generated.ts';

export type Hits = Extract<BlockResourceMutation['createMaintenance'], { __typename: 'MaintenanceHits' }>;

const LENGTH_MINUTES = 120;

interface Props {
  resource: ResourcePartsFragment;
  onClose: () => void;
}

/** A time in which the resource is looked after. Bookings in the way are shown before anything happens to them. */
export function BlockDialog({ resource, onClose }: Props) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const format = useFormat();
  const toast = useToast();
  const [values, setValues] = useState(() => firstProposal(format.timeZone));
  const [own, setOwn] = useState<Record<string, string>>({});
  const [hits, setHits] = useState<Hits>();
  const [key] = useState(() => crypto.randomUUID());
  const [block, { loading, error }] = useMutation(BlockResourceDocument, { refetchQueries: [ResourceAllocationsDocument] });
  const [end] = useMutation(UnblockResourceDocument, { refetchQueries: [ResourceAllocationsDocument] });
  const problems: Record<string, string> = { ...fieldErrors(error), ...own };

  const set = (field: keyof typeof values) => (value: string) => {
    setValues({ ...values, [field]: value });
    setOwn({});
  };
  const at = (day: string, time: string) => {
    const minutes = parseTime(time);
    return day && minutes !== undefined ? instantOf(day, minutes, format.timeZone) : undefined;
  };
  const starts = at(values.day, values.time);
  const ends = at(values.untilDay, values.untilTime);

  const submit = async (displace: boolean) => {
    const found: Record<string, string> = {};
    if (!starts) found['startsAt'] = t('required');
    if (!ends) found['endsAt'] = t('required');
    if (starts && ends && ends <= starts) found['endsAt'] = t('endAfterStart');
    if (values.reason.trim() === '') found['reason'] = t('required');
    setOwn(found);
    if (!starts || !ends || Object.keys(found).length > 0) return;

    const input = { resourceId: resource.id, startsAt: starts.toISOString(), endsAt: ends.toISOString(), reason: values.reason, displace };
    // Asking and displacing are two requests; each has a key of its own.
    const answer = await block({ variables: { input, idempotencyKey: displace ? `${key}-displace` : key } }).catch(() => undefined);
    const result = answer?.data?.createMaintenance;
    if (!result) return;
    if (result.__typename === 'MaintenanceHits') {
      setHits(result);
      return;
    }
    const { id, version } = result;
    const undo = async () => {
      await end({ variables: { id, version } }).then(
        () => toast.show(t('blockUndone')),
        (problem: unknown) => toast.show(errorText(problem), { tone: 'error' }),
      );
    };
    // What was displaced does not come back by itself, so there is no undo that would pretend it.
    toast.show(t('blockedDone', { when: format.range(result.startsAt, result.endsAt) }), { tone: 'success', ...(!displace && { undo }) });
    onClose();
  };

  const general = error && Object.keys(fieldErrors(error)).length === 0;
  return (
    <Dialog open onClose={loading ? undefined : onClose} maxWidth="sm" fullWidth>
      <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void submit(Boolean(hits)); }} sx={{ display: 'contents' }}>
        <DialogTitle>{t('blockTitle', { name: resource.name })}</DialogTitle>
        <DialogContent>
          {hits ? (
            <BlockHits hits={hits} reason={values.reason} />
          ) : (
            <Box sx={{ display: 'grid', gap: 2 }}>
              <Box sx={{ fontSize: 13, color: 'own.faint' }}>{t('blockHelp')}</Box>
              <FieldRow>
                <DayInput label={t('from')} required autoFocus value={values.day} onChange={set('day')} error={problems['startsAt']} />
                <TimeInput label={t('fromTime')} required value={values.time} onChange={set('time')} />
                <DayInput label={t('until')} required value={values.untilDay} onChange={set('untilDay')} error={problems['endsAt']} />
                <TimeInput label={t('untilTime')} required value={values.untilTime} onChange={set('untilTime')} />
              </FieldRow>
              <TextInput label={t('reason')} required placeholder={t('reasonPlaceholder')} value={values.reason} onChange={set('reason')} error={problems['reason']} />
            </Box>
          )}
          {general && <Alert severity="error" sx={{ mt: 2 }}>{errorText(error)}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button variant="text" disabled={loading} onClick={() => (hits ? setHits(undefined) : onClose())}>{hits ? t('hitsAside') : c('cancel')}</Button>
          <Button type="submit" variant="contained" color={hits ? 'error' : 'primary'} loading={loading}>{hits ? t('displace') : t('blockSave')}</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

/** From the next full hour on. */
function firstProposal(timeZone: string) {
  const hour = 60 * 60 * 1000;
  const start = new Date(Math.ceil(Date.now() / hour) * hour);
  const end = new Date(+start + LENGTH_MINUTES * 60 * 1000);
  return {
    day: dayOf(start, timeZone),
    time: timeText(minutesOf(start, timeZone)),
    untilDay: dayOf(end, timeZone),
    untilTime: timeText(minutesOf(end, timeZone)),
    reason: '',
  };
}
