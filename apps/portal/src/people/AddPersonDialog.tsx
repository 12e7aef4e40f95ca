import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import type { Role } from '@gongjian/api/schema.types.ts';
import { FormDialog, TextInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { OrganisationPicker } from '../shell/OrganisationPicker.tsx';
import type { OrganisationChoice } from '../shell/OrganisationPicker.tsx';
import { AccountFields } from './AccountFields.tsx';
import type { Account } from './AccountFields.tsx';
import { isStrongPassword } from '../shell/password.ts';
import { AddPersonDocument, AdmitPersonDocument } from './people.generated.ts';
import { people } from './people.messages.ts';
import { RoleChoices } from './RoleChoices.tsx';
import { answersForAll } from './roles.ts';

type Mode = 'account' | 'code';

/** A new account, or a person who has one in another consortium and hands over a join code. */
export function AddPersonDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const t = useMessages(people);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const [mode, setMode] = useState<Mode>(me.viewerCanAddPerson ? 'account' : 'code');
  const [account, setAccount] = useState<Account>({ name: '', login: '', password: '', email: '' });
  const [code, setCode] = useState('');
  const [organisation, setOrganisation] = useState<OrganisationChoice | null>(me.organisation);
  const [chosen, setChosen] = useState<Role[]>([]);
  const [asked, setAsked] = useState(false);
  const [key] = useState(newKey);
  const [addPerson, adding] = useMutation(AddPersonDocument);
  const [admitPerson, admitting] = useMutation(AdmitPersonDocument);
  const { loading, error } = mode === 'account' ? adding : admitting;

  const problems = {
    ...(mode === 'account'
      ? {
          name: account.name.trim() ? undefined : t('nameMissing'),
          login: /^[A-Za-z0-9._@-]{3,64}$/.test(account.login.trim()) ? undefined : t('loginForm'),
          email: !account.email?.trim() || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account.email.trim()) ? undefined : t('emailForm'),
          password: isStrongPassword(account.password) ? undefined : t('passwordWeak'),
        }
      : { code: code.trim() ? undefined : t('codeMissing') }),
    organisation: organisation ? undefined : t('organisationMissing'),
    roles: chosen.length ? undefined : t('rolesMissing'),
  };
  const said: Partial<Record<keyof typeof problems | 'code' | 'name' | 'login' | 'email' | 'password', string | undefined>> = asked ? problems : {};
  const refused = fieldErrors(error);
  const shown = {
    name: said.name ?? refused['account.name'],
    login: said.login ?? refused['account.login'],
    email: said.email ?? refused['account.email'],
    password: said.password ?? refused['account.password'],
    code: said.code ?? refused['joinCode'],
    organisation: said.organisation ?? refused['organisationId'],
    roles: said.roles ?? refused['roles'],
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean) || !organisation) return;
    const place = { organisationId: organisation.id, roles: chosen };
    try {
      const person = mode === 'account'
        ? (await addPerson({ variables: { input: { account: { ...account, name: account.name.trim(), login: account.login.trim(), email: account.email?.trim() || null }, ...place }, idempotencyKey: key } })).data?.addPerson
        : (await admitPerson({ variables: { input: { joinCode: code.trim(), ...place }, idempotencyKey: key } })).data?.admitPerson;
      toast.show(t('added', { name: person?.name ?? account.name }), { tone: 'success' });
      onAdded();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="add-person">
      <DialogTitle id="add-person">{t('addTitle')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {me.viewerCanAddPerson && <ToggleButtonGroup exclusive value={mode} aria-label={t('mode')} onChange={(_, next: Mode | null) => next && setMode(next)}>
            <ToggleButton value="account">{t('mode.account')}</ToggleButton>
            <ToggleButton value="code">{t('mode.code')}</ToggleButton>
          </ToggleButtonGroup>}
          {error && !Object.values(shown).some(Boolean) && <Alert severity="error">{errorText(error)}</Alert>}
          {mode === 'account'
            ? <AccountFields value={account} onChange={setAccount} errors={shown} />
            : (
              <TextInput
                required label={t('code')} value={code} onChange={setCode} error={shown.code} help={t('codeHelp')}
                slotProps={{ inputLabel: { shrink: true }, htmlInput: { spellCheck: false, autoCapitalize: 'characters', maxLength: 64 } }}
              />
            )}
          <OrganisationPicker
            required label={t('organisation')} value={organisation} onChange={setOrganisation} error={shown.organisation}
            only={answersForAll(me) ? null : me.organisation ? [me.organisation.id] : []}
          />
          <RoleChoices value={chosen} onChange={setChosen} error={shown.roles} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t('add')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
