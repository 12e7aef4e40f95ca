import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, Stack } from '@mui/material';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import { useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import type { AlternativeDetailsFragment, BookingAnswer_BookingConflict_Fragment, BookingAnswer_BookingRefusal_Fragment } from './booking.generated.ts';
import { bookingTexts } from './booking.messages.ts';
import type { DialogSeed } from './BookingDialog.tsx';
import { DetailFields, PurposeFields, TitleField } from './BookingFields.tsx';
import { createInput, formOf, newForm, problemsOf, rangeOfForm, timesOf, updateInput, wishOf, withStart } from './booking-form.ts';
import type { BookingForm, FormField, FormProblems } from './booking-form.ts';
import { CheckStatus } from './CheckStatus.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { LessonPicker } from './LessonPicker.tsx';
import { RefusalPanel } from './RefusalPanel.tsx';
import { ResourcePicker } from './ResourcePicker.tsx';
import { TimeFields } from './TimeFields.tsx';
import type { BookingActions } from './useBookingActions.ts';
import { useBookingCheck } from './useBookingCheck.ts';

export interface BodyProps {
  seed: DialogSeed;
  onBusy: (busy: boolean) => void;
  onKeep: (kept: Pick<DialogSeed, 'start' | 'end' | 'resources'>) => void;
  onDone: (resourceIds: readonly string[]) => void;
  onClose: () => void;
}

/** The form of a booking, checked by the server while it is being written. */
export function BookingFormBody({ seed, actions, onBusy, onKeep, onDone, onClose }: BodyProps & { actions: BookingActions }) {
  const t = useMessages(bookingTexts);
  const say = useMessages(common);
  const { timeZone } = useFormat();
  const { me, access } = useSession();
  const [booking, setBooking] = useState(seed.booking);
  const [before, setBefore] = useState<BookingForm | null>(() => (seed.booking ? formOf(seed.booking, timeZone) : null));
  const [form, setForm] = useState<BookingForm>(() => {
    if (seed.booking) return { ...formOf(seed.booking, timeZone), ...timesOf(seed.start, seed.end, timeZone), resources: [...seed.resources] };
    const own = me.organisation?.id ?? '';
    const allowed = access.bookForOrganisationIds;
    return newForm(seed, allowed === null || allowed.includes(own) ? own : (allowed[0] ?? ''), timeZone);
  });
  const [touched, setTouched] = useState(false);
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [refusal, setRefusal] = useState<BookingAnswer_BookingRefusal_Fragment | null>(null);
  const [conflict, setConflict] = useState<BookingAnswer_BookingConflict_Fragment | null>(null);
  const [sending, setSending] = useState(false);
  const [again, setAgain] = useState(0);
  // One key for one wish: sent twice because the answer got lost, it is still one booking.
  const key = useRef<{ wish: string; key: string }>({ wish: '', key: '' });

  const panel = useRef<HTMLDivElement>(null);
  // After a refused try the reasons come into sight; while one is still writing nothing jumps.
  useEffect(() => {
    if (refusal) panel.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [refusal]);

  const checkState = useBookingCheck(wishOf(form, timeZone, booking?.id), again);
  const shown = refusal ?? checkState.check ?? (checkState.asking ? checkState.last : undefined);
  const problems = problemsOf(form, timeZone);
  const errors = textsOf(problems);
  const needsApproval = (checkState.check ?? checkState.last)?.approvalsNeededFrom.length ?? 0;

  function textsOf(found: FormProblems): Partial<Record<FormField, string>> {
    const texts: Partial<Record<FormField, string>> = {};
    // What is wrong with the times is told at once; an empty title only when one wants to go on.
    for (const [field, { key: name, ...values }] of Object.entries(found) as [FormField, NonNullable<FormProblems[FormField]>][]) {
      if (touched || field === 'endTime' || field === 'attendees') texts[field] = t(name, values as { count: number });
    }
    const served = serverErrors;
    return {
      ...texts,
      ...(served['title'] ? { title: served['title'] } : {}),
      ...(served['organisationId'] ? { organisationId: served['organisationId'] } : {}),
      ...(served['startsAt'] ? { startTime: served['startsAt'] } : {}),
      ...(served['endsAt'] ? { endTime: served['endsAt'] } : {}),
      ...(served['resourceIds'] ? { resourceIds: served['resourceIds'] } : {}),
      ...(served['attendees'] ? { attendees: served['attendees'] } : {}),
      ...(served['notes'] ? { notes: served['notes'] } : {}),
    };
  }

  function edit(change: (now: BookingForm) => BookingForm) {
    setForm(change);
    setServerErrors({});
    setProblem(undefined);
    setRefusal(null);
  }
  const patch = (change: Partial<BookingForm>) => edit((now) => ({ ...now, ...change }));

  // The timeline shows where the booking would lie while it is being written.
  const { start, end } = rangeOfForm(form, timeZone);
  useEffect(() => {
    if (start !== null && end !== null && end > start) onKeep({ start, end, resources: form.resources });
  }, [start, end, form.resources, onKeep]);

  function take(alternative: AlternativeDetailsFragment) {
    patch({ ...timesOf(Date.parse(alternative.startsAt), Date.parse(alternative.endsAt), timeZone), resources: alternative.resources });
  }

  async function send(target: { id: string; version: number } | undefined) {
    setSending(true);
    onBusy(true);
    setProblem(undefined);
    try {
      const input = createInput(form, timeZone);
      const wish = JSON.stringify(input);
      if (key.current.wish !== wish) key.current = { wish, key: newKey() };
      const answer = target && before ? await actions.change(target, updateInput(form, before, timeZone), updateInput(before, form, timeZone)) : await actions.place(input, key.current.key);
      if (answer.__typename === 'Booking') {
        onDone([...form.resources, ...(before?.resources ?? [])].map(({ id }) => id));
        return;
      }
      key.current = { wish: '', key: '' };
      setConflict(answer.__typename === 'BookingConflict' ? answer : null);
      setRefusal(answer.__typename === 'BookingRefusal' ? answer : null);
    } catch (error) {
      const found = fieldErrors(error);
      setServerErrors(found);
      if (Object.keys(found).length === 0) setProblem(errorText(error));
    } finally {
      setSending(false);
      onBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTouched(true);
    if (Object.keys(problems).length > 0 || sending) return;
    void send(booking);
  }

  return (
    <form noValidate onSubmit={submit} style={{ display: 'flex', flexDirection: 'column', minHeight: 0, flex: 1 }}>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 0.5 }}>
          <TitleField form={form} errors={errors} fixedOrganisation={null} onChange={patch} />
          <TimeFields times={form} errors={errors} onStart={(change) => edit((now) => withStart(now, change, timeZone))} onEnd={patch} />
          <LessonPicker times={form} organisationId={form.organisationId} onChange={patch} />
          <ResourcePicker chosen={form.resources} error={errors.resourceIds} onChange={(resources) => patch({ resources })} />
          <PurposeFields form={form} errors={errors} fixedOrganisation={booking?.organisation ?? null} onChange={patch} />
          <DetailFields form={form} errors={errors} fixedOrganisation={null} onChange={patch} />
          {conflict && (
            <ConflictPanel
              conflict={conflict}
              disabled={sending}
              onApply={() => {
                // The same change, now on what the others made of it.
                const current = conflict.current;
                setBooking(current);
                setConflict(null);
                void send(current);
              }}
              onDiscard={() => {
                const current = formOf(conflict.current, timeZone);
                setBooking(conflict.current);
                setBefore(current);
                edit(() => current);
                setConflict(null);
              }}
            />
          )}
          {shown && shown.reasons.length > 0 && (
            <div ref={panel}>
              <RefusalPanel title={t('refusedTitle')} reasons={shown.reasons} alternatives={shown.alternatives} onTake={take} disabled={sending} />
            </div>
          )}
          {problem && <Alert severity="error">{problem}</Alert>}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ pt: 1.5, pb: 2, flexWrap: 'wrap', gap: 1, '& > :not(style)': { ml: 0 } }}>
        <Box sx={{ flex: { xs: '1 1 100%', sm: '1 1 200px' }, minWidth: 0 }}>
          <CheckStatus state={checkState} onAgain={() => setAgain(again + 1)} />
        </Box>
        <Button variant="text" onClick={onClose} disabled={sending}>{say('cancel')}</Button>
        <Button type="submit" variant="contained" color="primary" loading={sending}>
          {booking ? t('saveChanges') : needsApproval > 0 ? t('submitForApproval') : t('submit')}
        </Button>
      </DialogActions>
    </form>
  );
}
