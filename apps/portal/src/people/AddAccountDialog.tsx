import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import { FormDialog, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { AccountFields } from './AccountFields.tsx';
import type { Account } from './AccountFields.tsx';
import { isStrongPassword } from '../shell/password.ts';
import { AddAccountDocument } from './people.generated.ts';
import { people } from './people.messages.ts';

/** An account alone: where administration is separated, somebody else gives the roles. */
export function AddAccountDialog({ onClose, onAdded }: { onClose: () => void; onAdded: () => void }) {
  const t = useMessages(people);
  const words = useMessages(common);
  const toast = useToast();
  const [account, setAccount] = useState<Account>({ name: '', login: '', password: '' });
  const [asked, setAsked] = useState(false);
  const [key] = useState(newKey);
  const [add, { loading, error }] = useMutation(AddAccountDocument);

  const problems = {
    name: account.name.trim() ? undefined : t('nameMissing'),
    login: /^[A-Za-z0-9._@-]{3,64}$/.test(account.login.trim()) ? undefined : t('loginForm'),
    password: isStrongPassword(account.password) ? undefined : t('passwordWeak'),
  };
  const refused = fieldErrors(error);
  const shown = {
    name: (asked ? problems.name : undefined) ?? refused['name'],
    login: (asked ? problems.login : undefined) ?? refused['login'],
    password: (asked ? problems.password : undefined) ?? refused['password'],
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean)) return;
    try {
      await add({ variables: { input: { ...account, name: account.name.trim(), login: account.login.trim() }, idempotencyKey: key } });
      toast.show(t('accountAdded', { name: account.name.trim() }), { tone: 'success' });
      onAdded();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="add-account">
      <DialogTitle id="add-account">{t('addAccount')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2">{t('accountHelp')}</Typography>
          {error && !Object.values(shown).some(Boolean) && <Alert severity="error">{errorText(error)}</Alert>}
          <AccountFields value={account} onChange={setAccount} errors={shown} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t('addAccount')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
