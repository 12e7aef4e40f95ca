import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, AlertTitle, Box, Button, DialogActions, DialogContent, Stack } from '@mui/material';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import { TextInput, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { client } from '../session/index.ts';
import { PlanMaintenanceDocument } from './booking.generated.ts';
import type { PlanMaintenanceMutation } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import { rangeOfForm, timeProblems, timesOf } from './booking-form.ts';
import type { FormTimes } from './booking-form.ts';
import type { BodyProps } from './BookingFormBody.tsx';
import { ResourcePicker } from './ResourcePicker.tsx';
import { TimeFields } from './TimeFields.tsx';

type Hits = Extract<PlanMaintenanceMutation['createMaintenance'], { __typename: 'MaintenanceHits' }>;

/** Plans maintenance of one resource, and asks before bookings are displaced. */
export function MaintenanceFormBody({ seed, onBusy, onKeep, onDone, onClose }: BodyProps) {
  const t = useMessages(bookingTexts);
  const say = useMessages(common);
  const format = useFormat();
  const toast = useToast();
  const { timeZone } = format;
  const [resources, setResources] = useState(() => seed.resources.filter(({ viewerCanBlock }) => viewerCanBlock).slice(0, 1));
  const [times, setTimes] = useState<FormTimes>(() => timesOf(seed.start, seed.end, timeZone));
  const [reason, setReason] = useState('');
  const [touched, setTouched] = useState(false);
  const [served, setServed] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [hits, setHits] = useState<Hits | null>(null);
  const [sending, setSending] = useState(false);
  const key = useRef({ wish: '', key: '' });

  const { start, end } = rangeOfForm(times, timeZone);
  const wrong = timeProblems(times, timeZone);
  const length = [...reason.trim()].length;
  const reasonProblem = length === 0 ? t('required') : length > 200 ? t('tooLong', { count: 200 }) : undefined;
  const resourceProblem = resources.length === 0 ? t('noResource') : undefined;

  useEffect(() => {
    if (start !== null && end !== null && end > start) onKeep({ start, end, resources });
  }, [start, end, resources, onKeep]);

  function changed() {
    setHits(null);
    setServed({});
    setProblem(undefined);
  }

  async function send(displace: boolean) {
    setSending(true);
    onBusy(true);
    setProblem(undefined);
    try {
      const input = { resourceId: resources[0]!.id, startsAt: new Date(start!).toISOString(), endsAt: new Date(end!).toISOString(), reason: reason.trim(), displace };
      const wish = JSON.stringify(input);
      if (key.current.wish !== wish) key.current = { wish, key: newKey() };
      const { data } = await client.mutate({ mutation: PlanMaintenanceDocument, variables: { input, idempotencyKey: key.current.key } });
      const answer = data!.createMaintenance;
      if (answer.__typename === 'Maintenance') {
        toast.show(t('maintenancePlanned', { name: resources[0]!.name }), { tone: 'success' });
        onDone([resources[0]!.id]);
        return;
      }
      key.current = { wish: '', key: '' };
      setHits(answer as Hits);
    } catch (error) {
      const found = fieldErrors(error);
      setServed(found);
      if (Object.keys(found).length === 0) setProblem(errorText(error));
    } finally {
      setSending(false);
      onBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTouched(true);
    if (sending || reasonProblem || resourceProblem || Object.keys(wrong).length > 0) return;
    void send(false);
  }

  const errors: Partial<Record<keyof FormTimes, string>> = {};
  for (const field of ['startDay', 'startTime', 'endDay', 'endTime'] as const) {
    const found = wrong[field];
    if (found && (touched || field === 'endTime')) errors[field] = t(found.key as 'endsBeforeStarts');
  }
  if (served['startsAt']) errors.startTime = served['startsAt'];
  if (served['endsAt']) errors.endTime = served['endsAt'];
  const hidden = hits ? hits.count - hits.bookings.length : 0;

  return (
    <form noValidate onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 0.5 }}>
          <ResourcePicker
            single
            chosen={resources}
            error={served['resourceId'] ?? (touched ? resourceProblem : undefined)}
            onChange={(next) => {
              changed();
              setResources(next);
            }}
          />
          <TimeFields
            times={times}
            errors={errors}
            onStart={(change) => {
              changed();
              setTimes((now) => ({ ...now, ...change }));
            }}
            onEnd={(change) => {
              changed();
              setTimes((now) => ({ ...now, ...change }));
            }}
          />
          <TextInput
            label={t('maintenanceReason')}
            required
            autoFocus
            value={reason}
            placeholder={t('maintenanceReasonPlaceholder')}
            error={served['reason'] ?? (touched ? reasonProblem : undefined)}
            onChange={(next) => {
              changed();
              setReason(next);
            }}
          />
          {hits && (
            <Alert severity="warning" sx={{ border: 1, borderColor: 'own.status.pending.border' }}>
              <AlertTitle sx={{ fontSize: 14, fontWeight: 600 }}>{t('hitsTitle', { count: hits.count })}</AlertTitle>
              <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 160, overflowY: 'auto' }}>
                {hits.bookings.map((booking) => (
                  <li key={booking.id}>{booking.title} · {booking.organisation.shortName} · {format.range(booking.startsAt, booking.endsAt)}</li>
                ))}
                {hidden > 0 && <li>{t('hitsHidden', { count: hidden })}</li>}
              </Box>
              {t('hitsHelp')}
            </Alert>
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
        </Stack>
      </DialogContent>
      <DialogActions>
        {hits ? (
          <>
            <Button variant="text" onClick={() => setHits(null)} disabled={sending}>{t('back')}</Button>
            <Button variant="contained" color="error" loading={sending} onClick={() => void send(true)}>{t('displace')}</Button>
          </>
        ) : (
          <>
            <Button variant="text" onClick={onClose} disabled={sending}>{say('cancel')}</Button>
            <Button type="submit" variant="contained" color="primary" loading={sending}>{t('block')}</Button>
          </>
        )}
      </DialogActions>
    </form>
  );
}
