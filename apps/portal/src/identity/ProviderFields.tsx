import { Alert, Box, Button, Checkbox, FormControlLabel } from '@mui/material';
import { FieldRow, SelectInput, TextInput, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import type { ProviderFragment } from './identity.generated.ts';
import { identity } from './identity.messages.ts';
import { callbackOf, type ProviderForm } from './provider-form.ts';

interface Props {
  provider: ProviderFragment | null;
  organisations: readonly { id: string; name: string }[];
  form: ProviderForm;
  /** The message at each field. */
  problems: Record<string, string | undefined>;
  onChange: (change: Partial<ProviderForm>) => void;
}

const plain = { inputLabel: { shrink: true } } as const;
const technical = { ...plain, htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off' } } as const;

export function ProviderFields({ provider, organisations, form, problems, onChange }: Props) {
  const t = useMessages(identity);
  const toast = useToast();
  const callback = callbackOf(form.code);
  const copy = async () => {
    await navigator.clipboard.writeText(callback);
    toast.show(t('copied'), { tone: 'success' });
  };
  return (
    <>
      {!provider && (
        <SelectInput required label={t('organisation')} value={form.organisationId} onChange={(organisationId) => onChange({ organisationId })} error={problems['organisationId']} options={organisations.map(({ id, name }) => ({ value: id, label: name }))} />
      )}
      <FieldRow>
        <TextInput required label={t('name')} help={t('nameHelp')} value={form.name} onChange={(name) => onChange({ name })} error={problems['name']} slotProps={plain} />
        <TextInput required label={t('code')} help={t('codeHelp', { url: `${location.origin}/sign-in/${form.code.trim().toLowerCase() || '…'}` })} value={form.code} onChange={(code) => onChange({ code })} error={problems['code']} slotProps={technical} />
      </FieldRow>
      {provider && form.code.trim().toLowerCase() !== provider.code && <Alert severity="warning">{t('codeChanges')}</Alert>}
      <TextInput required label={t('issuer')} help={t('issuerHelp')} value={form.issuer} onChange={(issuer) => onChange({ issuer })} error={problems['issuer']} slotProps={technical} />
      {provider && provider.linkedPeople > 0 && form.issuer.trim() !== provider.issuer && <Alert severity="warning">{t('issuerChanges', { count: provider.linkedPeople })}</Alert>}
      <FieldRow>
        <TextInput required label={t('clientId')} value={form.clientId} onChange={(clientId) => onChange({ clientId })} error={problems['clientId']} slotProps={technical} />
        <Box>
          <TextInput
            fullWidth type="password" label={t('clientSecret')} help={t(provider?.hasClientSecret ? 'secretKept' : 'secretHelp')} disabled={form.removeSecret}
            value={form.clientSecret} onChange={(clientSecret) => onChange({ clientSecret })} error={problems['clientSecret']} slotProps={{ ...plain, htmlInput: { autoComplete: 'new-password' } }}
          />
          {provider?.hasClientSecret && (
            <FormControlLabel control={<Checkbox size="small" checked={form.removeSecret} onChange={(event) => onChange({ removeSecret: event.target.checked, clientSecret: '' })} />} label={t('secretRemove')} slotProps={{ typography: { sx: { fontSize: 13 } } }} />
          )}
        </Box>
      </FieldRow>
      <TextInput required label={t('domains')} help={t('domainsHelp')} value={form.domains} onChange={(domains) => onChange({ domains })} error={problems['domains']} slotProps={technical} />
      <Box sx={{ p: 1.5, borderRadius: '8px', bgcolor: 'own.surface.subtle', display: 'grid', gap: 0.5, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, fontSize: 13, fontWeight: 600 }}>
          {t('callback')}
          <Button size="small" variant="text" disabled={!form.code.trim()} onClick={() => void copy()}>{t('copy')}</Button>
        </Box>
        <Box component="code" sx={{ fontSize: 13, overflowWrap: 'anywhere' }}>{callback}</Box>
        <Box sx={{ fontSize: 12, color: 'own.faint' }}>{t('callbackHelp')}</Box>
      </Box>
      <FormControlLabel control={<Checkbox checked={form.enabled} onChange={(event) => onChange({ enabled: event.target.checked })} />} label={t('enabled')} />
    </>
  );
}
