import { useState } from 'react';
import { Box, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { ResourceDutyAction, Role } from '@gongjian/api/schema.types.ts';
import { ConfirmDialog, DayInput, SkeletonLines, TextInput, useToast, useToday } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { PersonPicker } from '../shell/PersonPicker.tsx';
import type { PersonChoice } from '../shell/PersonPicker.tsx';
import { Choice } from './Choice.tsx';
import { handsOver, settlements } from './decisions.ts';
import type { Decisions } from './decisions.ts';
import { DutyBookings } from './DutyBookings.tsx';
import { DutyResources } from './DutyResources.tsx';
import { DepartPersonDocument, PersonDutiesDocument, SettleDutiesDocument } from './leaving.generated.ts';
import { leaving } from './leaving.messages.ts';

interface Props {
  person: { id: string; name: string };
  /** Those that end: the viewer may take them. */
  roles: readonly { id: string; role: Role; organisation: { id: string; shortName: string } }[];
  /** Set where the viewer lets people go from one organisation alone. */
  organisationId: string | null;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** What hangs on a person who goes, with a decision for each; then they go. */
export function PersonDepartureDialog({ person, roles, organisationId, onClose, onDone }: Props) {
  const t = useMessages(leaving);
  const words = useMessages(common);
  const toast = useToast();
  const today = useToday();
  const [on, setOn] = useState(today);
  const [successor, setSuccessor] = useState<PersonChoice | null>(null);
  const [decisions, setDecisions] = useState<Decisions>({});
  const [passed, setPassed] = useState<readonly string[]>([]);
  const [resources, setResources] = useState<ResourceDutyAction>('KEEP');
  const [reason, setReason] = useState('');
  const { data, previousData, error } = useQuery(PersonDutiesDocument, { variables: { id: person.id, from: on || null }, context: { live: false }, fetchPolicy: 'network-only' });
  const [settle] = useMutation(SettleDutiesDocument);
  const [depart] = useMutation(DepartPersonDocument);

  const duties = (data ?? previousData)?.person?.duties;
  const own = duties?.bookings.filter(({ kind }) => kind === 'OWN') ?? [];
  const waiting = duties?.bookings.filter(({ kind }) => kind === 'WAITING') ?? [];
  const cancels = own.some((booking) => decisions[booking.id] === 'CANCEL');
  const needsSuccessor = handsOver(decisions, own) || resources === 'HAND_OVER' || passed.length > 0;

  const confirm = async () => {
    const bookings = settlements(decisions, own, successor?.id ?? null);
    if (bookings.length > 0 || resources !== 'KEEP') {
      await settle({ variables: { input: { personId: person.id, from: on, bookings, resources: resources === 'KEEP' ? null : { action: resources, toPersonId: successor?.id ?? null }, reason: reason.trim() || null } } });
    }
    await depart({ variables: { input: { personId: person.id, organisationId, on, handOvers: passed.map((roleGrantId) => ({ roleGrantId, toPersonId: successor!.id })) } } });
    toast.show(t('departed', { name: person.name }), { tone: 'success' });
    await onDone();
  };

  return (
    <ConfirmDialog
      open danger maxWidth="md" title={t('departTitle', { name: person.name })} confirmLabel={t('confirmDepart')} errorText={errorText} onClose={onClose} onConfirm={confirm}
      disabled={!data || !on || (needsSuccessor && !successor)}
    >
      <Box sx={{ display: 'grid', gap: 2.5, pt: 0.5 }}>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' } }}>
          <DayInput required label={t('on')} value={on} onChange={setOn} min={today} help={t('onHelp')} />
          <PersonPicker label={t('successor')} value={successor} onChange={setSuccessor} except={person.id} required={needsSuccessor} help={needsSuccessor && !successor ? t('successorMissing') : t('successorHelp')} />
        </Box>
        {error && <Typography color="error">{errorText(error)}</Typography>}
        {!duties && !error && !data && <SkeletonLines lines={5} />}
        {roles.length > 0 && (
          <Box component="section" aria-label={t('roles')}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>{t('roles')}</Typography>
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: '8px' }}>
              {roles.map((grant) => (
                <Box component="li" key={grant.id} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 1.5, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
                  <Typography sx={{ flex: 1, minWidth: 160 }}>
                    {words(`role.${grant.role}`)} <Box component="span" sx={{ fontSize: 13, color: 'own.faint' }}>{grant.organisation.shortName}</Box>
                  </Typography>
                  <Choice<'END' | 'HAND_OVER'>
                    label={t('roleDecision', { role: words(`role.${grant.role}`), organisation: grant.organisation.shortName })}
                    value={passed.includes(grant.id) ? 'HAND_OVER' : 'END'}
                    options={[{ value: 'END', label: t('END') }, { value: 'HAND_OVER', label: t('HAND_OVER') }]}
                    onChange={(next) => setPassed(next === 'END' ? passed.filter((id) => id !== grant.id) : [...passed, grant.id])}
                  />
                </Box>
              ))}
            </Box>
          </Box>
        )}
        {own.length > 0 && (
          <DutyBookings
            title={t('bookings', { count: own.length })} bookings={own} actions={['HAND_OVER', 'CANCEL', 'KEEP']} decisions={decisions} onChange={setDecisions}
            help={duties && duties.bookingCount > duties.bookings.length && t('bookingsMore', { shown: duties.bookings.length, count: duties.bookingCount })}
          />
        )}
        {duties && own.length === 0 && <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('bookingsNone')}</Typography>}
        {waiting.length > 0 && <DutyBookings title={t('waiting', { count: waiting.length })} help={t('waitingHelp')} bookings={waiting} actions={[]} decisions={{}} onChange={setDecisions} />}
        {duties && duties.resourceCount > 0 && (
          <DutyResources title={t('resourcesKept', { count: duties.resourceCount })} resources={duties.resources} count={duties.resourceCount} actions={['HAND_OVER', 'KEEP']} value={resources} onChange={setResources} />
        )}
        {cancels && <TextInput label={t('why')} value={reason} onChange={setReason} help={t('whyHelp')} slotProps={{ htmlInput: { maxLength: 300 } }} />}
      </Box>
    </ConfirmDialog>
  );
}
