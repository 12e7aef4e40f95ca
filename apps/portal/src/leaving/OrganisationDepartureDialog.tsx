import { useState } from 'react';
import { Box, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { ResourceDutyAction } from '@gongjian/api/schema.types.ts';
import { ConfirmDialog, DayInput, SkeletonLines, TextInput, useToast, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { OrganisationPicker } from '../shell/OrganisationPicker.tsx';
import type { OrganisationChoice } from '../shell/OrganisationPicker.tsx';
import { handsOver, settlements } from './decisions.ts';
import type { Decisions } from './decisions.ts';
import { DutyBookings } from './DutyBookings.tsx';
import { DutyResources } from './DutyResources.tsx';
import { LeaveConsortiumDocument, OrganisationDutiesDocument, SettleDutiesDocument } from './leaving.generated.ts';
import { leaving } from './leaving.messages.ts';

interface Props {
  organisation: { id: string; name: string; membership: { id: string } };
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** What hangs on a member that goes, with a decision for each; then it goes. */
export function OrganisationDepartureDialog({ organisation, onClose, onDone }: Props) {
  const t = useMessages(leaving);
  const toast = useToast();
  const today = useToday();
  const [on, setOn] = useState(today);
  const [heir, setHeir] = useState<OrganisationChoice | null>(null);
  const [decisions, setDecisions] = useState<Decisions>({});
  const [resources, setResources] = useState<ResourceDutyAction>('WITHDRAW');
  const [reason, setReason] = useState('');
  const { data, previousData, error } = useQuery(OrganisationDutiesDocument, { variables: { id: organisation.id, from: on || null }, context: { live: false }, fetchPolicy: 'network-only' });
  const [settle] = useMutation(SettleDutiesDocument);
  const [leave] = useMutation(LeaveConsortiumDocument);

  const duties = (data ?? previousData)?.organisation?.duties;
  const of = (kind: 'OWN' | 'WAITING' | 'LENT') => duties?.bookings.filter((booking) => booking.kind === kind) ?? [];
  const [own, waiting, lent] = [of('OWN'), of('WAITING'), of('LENT')];
  const all = [...own, ...waiting, ...lent];
  const shownResources = duties && duties.resourceCount > 0 ? resources : 'KEEP';
  const needsHeir = handsOver(decisions, own) || shownResources === 'HAND_OVER';
  const cancels = all.some((booking) => decisions[booking.id] === 'CANCEL');

  const confirm = async () => {
    const bookings = settlements(decisions, all, null);
    const toOrganisationId = heir?.id ?? null;
    if (bookings.length > 0 || shownResources !== 'KEEP') {
      await settle({ variables: { input: { organisationId: organisation.id, from: on, bookings, toOrganisationId, resources: shownResources === 'KEEP' ? null : { action: shownResources, toOrganisationId }, reason: reason.trim() || null } } });
    }
    await leave({ variables: { id: organisation.membership.id, until: on } });
    toast.show(t('left', { name: organisation.name }), { tone: 'success' });
    await onDone();
  };

  const list = (title: string, bookings: typeof all, actions: Parameters<typeof DutyBookings>[0]['actions']) =>
    bookings.length > 0 && <DutyBookings title={title} bookings={bookings} actions={actions} decisions={decisions} onChange={setDecisions} />;

  return (
    <ConfirmDialog
      open danger maxWidth="md" title={t('leaveTitle', { name: organisation.name })} confirmLabel={t('confirmLeave')} errorText={errorText} onClose={onClose} onConfirm={confirm}
      disabled={!data || !on || (needsHeir && !heir)}
    >
      <Box sx={{ display: 'grid', gap: 2.5, pt: 0.5 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } }}>
          <DayInput required label={t('leaveOn')} value={on} onChange={setOn} min={today} help={t('leaveOnHelp')} />
          <OrganisationPicker label={t('heir')} value={heir} onChange={setHeir} required={needsHeir} help={needsHeir && !heir ? t('heirMissing') : t('heirHelp')} />
        </Box>
        {error && <Typography color="error">{errorText(error)}</Typography>}
        {!data && !previousData && !error && <SkeletonLines lines={5} />}
        {list(t('bookings', { count: own.length }), own, ['HAND_OVER', 'CANCEL', 'KEEP'])}
        {list(t('waiting', { count: waiting.length }), waiting, ['CANCEL', 'KEEP'])}
        {list(t('lent', { count: lent.length }), lent, ['CANCEL', 'KEEP'])}
        {duties && duties.bookingCount > duties.bookings.length && <Typography variant="body2">{t('bookingsMore', { shown: duties.bookings.length, count: duties.bookingCount })}</Typography>}
        {duties && duties.resourceCount > 0 && (
          <DutyResources title={t('resourcesOwned', { count: duties.resourceCount })} resources={duties.resources} count={duties.resourceCount} actions={['WITHDRAW', 'HAND_OVER', 'KEEP']} value={resources} onChange={setResources} />
        )}
        {duties && all.length === 0 && duties.resourceCount === 0 && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('nothing')}</Typography>}
        {cancels && <TextInput label={t('why')} value={reason} onChange={setReason} help={t('whyHelp')} slotProps={{ htmlInput: { maxLength: 300 } }} />}
      </Box>
    </ConfirmDialog>
  );
}
