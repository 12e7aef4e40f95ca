import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import type { ApiScope } from '@gongjian/api/schema.types.ts';
import { FormDialog, SelectInput, TextInput } from '@gongjian/ui';
import { useProved } from '../account/Proof.tsx';
import { common, useMessages } from '../i18n/index.ts';
import { Choices } from '../shell/Choices.tsx';
import { CreateApiKeyDocument } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { DAYS, SCOPES } from './scopes.ts';

/** A key for one program, with what it needs and no more. */
export function NewKeyDialog({ onClose, onMade }: { onClose: () => void; onMade: (secret: string) => void }) {
  const t = useMessages(developers);
  const words = useMessages(common);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<ApiScope[]>([]);
  const [days, setDays] = useState<(typeof DAYS)[number]>('90');
  const [asked, setAsked] = useState(false);
  const [create, { loading, error }] = useMutation(CreateApiKeyDocument);

  const proved = useProved();
  const problems = { name: name.trim() ? undefined : t('nameMissing'), scopes: scopes.length > 0 ? undefined : t('scopesMissing') };
  const refused = fieldErrors(error);
  const shown = { name: (asked ? problems.name : undefined) ?? refused['name'], scopes: (asked ? problems.scopes : undefined) ?? refused['scopes'] };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problems.name || problems.scopes) return;
    try {
      const { data } = await proved(() => create({ variables: { input: { name: name.trim(), scopes, days: Number(days) } } }));
      onMade(data!.createApiKey.secret);
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="new-key">
      <DialogTitle id="new-key">{t('newKey')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && !shown.name && !shown.scopes && <Alert severity="error">{errorText(error)}</Alert>}
          <TextInput required autoFocus label={t('nameLabel')} placeholder={t('namePlaceholder')} value={name} onChange={setName} error={shown.name} help={t('nameHelp')} slotProps={{ htmlInput: { maxLength: 50 } }} />
          <Choices<ApiScope> legend={t('scopesLegend')} value={scopes} onChange={setScopes} error={shown.scopes} options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`), help: t(`scopeHelp.${value}`) }))} />
          <SelectInput<(typeof DAYS)[number]> label={t('daysLabel')} value={days} onChange={setDays} help={t('daysHelp')} options={DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t('create')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
