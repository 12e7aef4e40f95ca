import { useState } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { Role } from '@gongjian/api/schema.types.ts';
import { ConfirmDialog, FieldRow, FormDialog, SelectInput, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { OrganisationPicker } from '../shell/OrganisationPicker.tsx';
import type { OrganisationChoice } from '../shell/OrganisationPicker.tsx';
import { GrantRoleDocument, RevokeRoleDocument } from './people.generated.ts';
import type { GrantRowFragment, PersonRowFragment } from './people.generated.ts';
import { people } from './people.messages.ts';
import { answersForAll, grantableRoles } from './roles.ts';

interface Props {
  person: PersonRowFragment;
  onClose: () => void;
  onChanged: () => Promise<unknown>;
}

/** The roles of one person: give one more, take one back. */
export function RolesDialog({ person, onClose, onChanged }: Props) {
  const t = useMessages(people);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const [role, setRole] = useState<Role | ''>('');
  const [organisation, setOrganisation] = useState<OrganisationChoice | null>(answersForAll(me) ? (person.roleGrants[0]?.organisation ?? null) : me.organisation);
  const [revoking, setRevoking] = useState<GrantRowFragment>();
  const [grantRole, granting] = useMutation(GrantRoleDocument);
  const [revokeRole] = useMutation(RevokeRoleDocument);

  const grant = async () => {
    if (!role || !organisation) return;
    try {
      await grantRole({ variables: { input: { personId: person.id, organisationId: organisation.id, role } } });
      toast.show(t('granted', { role: words(`role.${role}`) }), { tone: 'success' });
      setRole('');
      await onChanged();
    } catch {
      // Shown in the dialog.
    }
  };

  return (
    <FormDialog onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="roles-of">
      <DialogTitle id="roles-of">{t('rolesOf', { name: person.name })}</DialogTitle>
      <DialogContent>
        {person.roleGrants.length === 0 && <Typography sx={{ color: 'own.faint' }}>{t('noRoles')}</Typography>}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', border: person.roleGrants.length ? 1 : 0, borderColor: 'divider', borderRadius: '8px' }}>
          {person.roleGrants.map((each) => <GrantLine key={each.id} grant={each} onRevoke={each.viewerCanChange ? () => setRevoking(each) : undefined} />)}
        </Box>
        {me.viewerCanGrant && (
          <Box component="section" aria-label={t('grant')} sx={{ mt: 3, display: 'grid', gap: 2 }}>
            {granting.error && <Alert severity="error">{errorText(granting.error)}</Alert>}
            <FieldRow>
              <SelectInput<Role>
                label={t('role')}
                value={role}
                onChange={setRole}
                options={grantableRoles(me).map((value) => ({ value, label: words(`role.${value}`) }))}
              />
              <OrganisationPicker
                label={t('organisation')}
                value={organisation}
                onChange={setOrganisation}
                only={answersForAll(me) ? null : me.organisation ? [me.organisation.id] : []}
              />
            </FieldRow>
            <Box><Button disabled={!role || !organisation} loading={granting.loading} onClick={() => void grant()}>{t('grant')}</Button></Box>
          </Box>
        )}
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{words('close')}</Button></DialogActions>
      {revoking && (
        <ConfirmDialog
          open
          danger
          title={t('revokeTitle', { role: words(`role.${revoking.role}`) })}
          confirmLabel={t('revoke')}
          errorText={errorText}
          onClose={() => setRevoking(undefined)}
          onConfirm={async () => {
            await revokeRole({ variables: { id: revoking.id } });
            toast.show(t('revoked', { role: words(`role.${revoking.role}`) }), { tone: 'success' });
            await onChanged();
          }}
        >
          {t('revokeHelp', { name: person.name, role: words(`role.${revoking.role}`), organisation: revoking.organisation.name })}
        </ConfirmDialog>
      )}
    </FormDialog>
  );
}

function GrantLine({ grant, onRevoke }: { grant: GrantRowFragment; onRevoke: (() => void) | undefined }) {
  const t = useMessages(people);
  const words = useMessages(common);
  const format = useFormat();
  const role = words(`role.${grant.role}`);
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.5, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography>{role}</Typography>
        <Typography variant="caption" sx={{ color: 'own.faint' }}>
          {[grant.organisation.name, t('since', { day: format.day(grant.since) })].join(' · ')}
        </Typography>
      </Box>
      {onRevoke && (
        <Button variant="text" size="small" sx={{ color: 'error.main' }} onClick={onRevoke} title={t('revokeNamed', { role, organisation: grant.organisation.shortName })}>
          {t('revoke')}
        </Button>
      )}
    </Box>
  );
}
