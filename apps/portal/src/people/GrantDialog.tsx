import { useState } from 'react';
import { Box } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, newKey } from '@gongjian/api';
import type { Role } from '@gongjian/api/schema.types.ts';
import { addDays, ConfirmDialog, DayInput, FieldRow, SelectInput, useToast, useToday } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { OrganisationPicker } from '../shell/OrganisationPicker.tsx';
import type { OrganisationChoice } from '../shell/OrganisationPicker.tsx';
import { GrantRoleDocument } from './people.generated.ts';
import { people } from './people.messages.ts';
import { answersForAll, grantableRoles } from './roles.ts';

interface Props {
  person: { id: string; name: string };
  /** Where the person works already. */
  usual: OrganisationChoice | null;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}

/** One more role, from a day until a day. */
export function GrantDialog({ person, usual, onClose, onDone }: Props) {
  const t = useMessages(people);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const today = useToday();
  const [role, setRole] = useState<Role | ''>('');
  const [organisation, setOrganisation] = useState<OrganisationChoice | null>(answersForAll(me) ? usual : me.organisation);
  const [since, setSince] = useState(today);
  const [until, setUntil] = useState('');
  const [key] = useState(newKey);
  const [grant] = useMutation(GrantRoleDocument);

  const give = async () => {
    if (!role || !organisation) return;
    await grant({ variables: { input: { personId: person.id, organisationId: organisation.id, role, since: since || null, until: until || null }, idempotencyKey: key } });
    toast.show(t('granted', { role: words(`role.${role}`) }), { tone: 'success' });
    await onDone();
  };

  return (
    <ConfirmDialog open maxWidth="sm" title={t('grantTitle', { name: person.name })} confirmLabel={t('grant')} disabled={!role || !organisation} errorText={errorText} onClose={onClose} onConfirm={give}>
      <Box sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
        <SelectInput<Role> required label={t('role')} value={role} onChange={setRole} options={grantableRoles(me).map((value) => ({ value, label: words(`role.${value}`) }))} />
        <OrganisationPicker required label={t('organisation')} value={organisation} onChange={setOrganisation} only={answersForAll(me) ? null : me.organisation ? [me.organisation.id] : []} />
        <FieldRow>
          <DayInput label={t('sinceDay')} value={since} onChange={setSince} min={today} />
          <DayInput label={t('untilDay')} value={until} onChange={setUntil} min={addDays(today, 1)} help={t('untilHelp')} />
        </FieldRow>
      </Box>
    </ConfirmDialog>
  );
}
