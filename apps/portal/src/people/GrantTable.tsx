import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { addDays, ConfirmDialog, DayInput, StatusChip, useFormat, useToast, useToday } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { ChangeRoleDocument, RevokeRoleDocument } from './people.generated.ts';
import type { GrantRowFragment } from './people.generated.ts';
import { people } from './people.messages.ts';

interface Props {
  person: { id: string; name: string };
  grants: readonly GrantRowFragment[];
  onChanged: () => Promise<unknown>;
}

const TONES = { IN_FORCE: 'success', COMING: 'pending', ENDED: 'maintenance' } as const;

/** Roles with their terms, the latest first; what may be changed can be extended or ended. */
export function GrantTable({ person, grants, onChanged }: Props) {
  const t = useMessages(people);
  const [changing, setChanging] = useState<GrantRowFragment>();
  const [ending, setEnding] = useState<GrantRowFragment>();
  if (grants.length === 0) return <Typography sx={{ color: 'own.faint' }}>{t('noRoles')}</Typography>;
  return (
    <>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {grants.map((grant) => <Line key={grant.id} grant={grant} onChange={() => setChanging(grant)} onEnd={() => setEnding(grant)} />)}
      </Box>
      {changing && <TermDialog grant={changing} onClose={() => setChanging(undefined)} onChanged={onChanged} />}
      {ending && <EndDialog person={person} grant={ending} onClose={() => setEnding(undefined)} onChanged={onChanged} />}
    </>
  );
}

function Line({ grant, onChange, onEnd }: { grant: GrantRowFragment; onChange: () => void; onEnd: () => void }) {
  const t = useMessages(people);
  const words = useMessages(common);
  const format = useFormat();
  const role = words(`role.${grant.role}`);
  const named = { role, organisation: grant.organisation.shortName };
  const term = grant.until ? t('fromUntil', { since: format.day(grant.since), until: format.day(grant.until) }) : t('since', { day: format.day(grant.since) });
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
        <Typography sx={{ color: grant.state === 'ENDED' ? 'own.faint' : undefined }}>{role}</Typography>
        <Typography variant="caption" sx={{ color: 'own.faint' }}>{[grant.organisation.name, term].join(' · ')}</Typography>
      </Box>
      <StatusChip tone={TONES[grant.state]} pattern={grant.state === 'COMING' ? 'dashed' : 'solid'}>{words(`termState.${grant.state}`)}</StatusChip>
      {grant.viewerCanChange && (
        <Box sx={{ display: 'flex' }}>
          <Button variant="text" size="small" onClick={onChange} aria-label={t('changeNamed', named)}>{t('change')}</Button>
          <Button variant="text" size="small" sx={{ color: 'error.main' }} onClick={onEnd} aria-label={t('revokeNamed', named)}>{t('revoke')}</Button>
        </Box>
      )}
    </Box>
  );
}

interface DialogProps {
  grant: GrantRowFragment;
  onClose: () => void;
  onChanged: () => Promise<unknown>;
}

function TermDialog({ grant, onClose, onChanged }: DialogProps) {
  const t = useMessages(people);
  const words = useMessages(common);
  const format = useFormat();
  const toast = useToast();
  const today = useToday();
  const [since, setSince] = useState(grant.since);
  const [until, setUntil] = useState(grant.until ?? '');
  const [change] = useMutation(ChangeRoleDocument);
  const begun = grant.state !== 'COMING';
  return (
    <ConfirmDialog
      open title={t('changeTitle', { role: words(`role.${grant.role}`) })} confirmLabel={words('save')} errorText={errorText} onClose={onClose} disabled={!since}
      onConfirm={async () => {
        await change({ variables: { id: grant.id, input: { ...(!begun && { since }), until: until || null } } });
        toast.show(words('saved'), { tone: 'success' });
        await onChanged();
      }}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        {begun ? <Typography variant="body2">{t('since', { day: format.day(since) })}</Typography> : <DayInput label={t('sinceDay')} value={since} onChange={setSince} min={today} />}
        <DayInput label={t('untilDay')} value={until} onChange={setUntil} min={addDays(today, 1)} help={t('untilHelp')} />
      </Box>
    </ConfirmDialog>
  );
}

function EndDialog({ person, grant, onClose, onChanged }: DialogProps & { person: { name: string } }) {
  const t = useMessages(people);
  const words = useMessages(common);
  const toast = useToast();
  const today = useToday();
  const [until, setUntil] = useState(today);
  const [revoke] = useMutation(RevokeRoleDocument);
  const role = words(`role.${grant.role}`);
  return (
    <ConfirmDialog
      open danger title={t('revokeTitle', { role })} confirmLabel={t('revoke')} errorText={errorText} onClose={onClose} disabled={!until}
      onConfirm={async () => {
        await revoke({ variables: { id: grant.id, until } });
        toast.show(until > today ? t('revokedLater', { role }) : t('revoked', { role }), { tone: 'success' });
        await onChanged();
      }}
    >
      <Typography variant="body2" sx={{ mb: 2 }}>{t('revokeHelp', { name: person.name, role, organisation: grant.organisation.name })}</Typography>
      <DayInput label={t('endsOn')} value={until} onChange={setUntil} min={today} help={t('endsOnHelp')} />
    </ConfirmDialog>
  );
}
