import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorCode, errorText, fieldErrors } from '@gongjian/api';
import { FormDialog, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { ConnectionCheck } from './ConnectionCheck.tsx';
import { CreateIdentityProviderDocument, UpdateIdentityProviderDocument } from './identity.generated.ts';
import type { ProviderFragment } from './identity.generated.ts';
import { identity } from './identity.messages.ts';
import { checkOf, emptyForm, formOf, inputOf, problemsOf, type ProviderForm } from './provider-form.ts';
import { ProviderFields } from './ProviderFields.tsx';

interface Props {
  /** Null for a new one. */
  provider: ProviderFragment | null;
  organisations: readonly { id: string; name: string }[];
  onClose: () => void;
  onDone: () => void;
}

export function ProviderDialog({ provider, organisations, onClose, onDone }: Props) {
  const t = useMessages(identity);
  const words = useMessages(common);
  const toast = useToast();
  const [form, setForm] = useState<ProviderForm>(() => (provider ? formOf(provider) : emptyForm(organisations.length === 1 ? organisations[0]!.id : '', t('firstName'))));
  const [asked, setAsked] = useState(false);
  const [create, creating] = useMutation(CreateIdentityProviderDocument);
  const [update, updating] = useMutation(UpdateIdentityProviderDocument);
  const busy = creating.loading || updating.loading;
  const error = creating.error ?? updating.error;
  const refused = fieldErrors(error);
  const missing = problemsOf(form);
  const atDomain = Object.entries(refused).find(([field]) => field.startsWith('domains'))?.[1];
  const shown = Object.fromEntries(
    (['organisationId', 'name', 'code', 'issuer', 'clientId', 'clientSecret', 'domains'] as const).map((field) => {
      const key = asked && field !== 'clientSecret' ? missing[field] : undefined;
      return [field, (key && t(key)) ?? (field === 'domains' ? atDomain : refused[field])];
    }),
  );
  const atField = Object.values(shown).some(Boolean);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(missing).length > 0) return;
    try {
      if (provider) await update({ variables: { id: provider.id, version: provider.version, input: inputOf(form) } });
      else await create({ variables: { organisationId: form.organisationId, input: inputOf(form) } });
      toast.show(provider ? t('saved') : t('created', { name: form.name.trim() }), { tone: 'success' });
      onDone();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={busy} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="provider">
      <DialogTitle id="provider">{provider ? t('editTitle', { name: provider.name }) : t('addTitle')}</DialogTitle>
      <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {error && !atField && <Alert severity="error">{errorCode(error) === 'STALE_VERSION' ? t('stale') : errorText(error)}</Alert>}
          <ProviderFields
            provider={provider} organisations={organisations} form={form} problems={shown}
            onChange={(change) => {
              creating.reset();
              updating.reset();
              setForm({ ...form, ...change });
            }}
          />
          <ConnectionCheck input={checkOf(form, provider?.id)} disabled={busy || Boolean(missing.issuer) || Boolean(missing.clientId)} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={busy}>{provider ? words('save') : t('add')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
