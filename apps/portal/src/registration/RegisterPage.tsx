import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Checkbox, FormControl, FormControlLabel, FormHelperText, Link, Typography } from '@mui/material';
import type { Role } from '@gongjian/api/schema.types.ts';
import { errorText, fieldErrors, postJson } from '@gongjian/api';
import { SelectInput, SkeletonLines, TextInput } from '@gongjian/ui';
import { common, currentLanguage, useMessages } from '../i18n/index.ts';
import { DoorFrame, doorBox } from '../session/DoorFrame.tsx';
import { useLink } from '../session/useLink.ts';
import { registration } from './registration.messages.ts';

interface LinkView {
  consortium: string;
  organisation: string;
  roles: Role[];
  noticeVersion: number;
}

const KEY = 'gj-register';
const NOTE_LENGTH = 500;
const mailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Asks to come in, by the link that an organisation hands out. The answer is the same for every address. */
export default function RegisterPage() {
  const t = useMessages(registration);
  const { token, view, error } = useLink<LinkView>(KEY, '/auth/registration/link');
  const [sentTo, setSentTo] = useState<string>();

  if (!token || error !== undefined) {
    return (
      <DoorFrame title={t('title')}>
        <Box sx={doorBox}>
          <Alert severity={token ? 'error' : 'info'} role="alert">{token ? errorText(error) : t('noLink')}</Alert>
          <SignInLink />
        </Box>
      </DoorFrame>
    );
  }
  return (
    <DoorFrame title={t('title')} lead={view && t('lead', { organisation: view.organisation })}>
      <Box sx={doorBox}>
        {!view && <SkeletonLines lines={6} height={32} />}
        {view && sentTo === undefined && <WishForm token={token} view={view} onSent={setSentTo} />}
        {view && sentTo !== undefined && (
          <>
            <Alert severity="success" role="status">{t('sent', { email: sentTo })}</Alert>
            <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('sentHelp')}</Typography>
            <Link component="button" type="button" onClick={() => setSentTo(undefined)} sx={{ justifySelf: 'start', fontSize: 13 }}>{t('again')}</Link>
          </>
        )}
        <SignInLink />
      </Box>
    </DoorFrame>
  );
}

function SignInLink() {
  const t = useMessages(registration);
  return <Link href="/sign-in" sx={{ justifySelf: 'start', fontSize: 13 }}>{t('toSignIn')}</Link>;
}

function WishForm({ token, view, onSent }: { token: string; view: LinkView; onSent: (email: string) => void }) {
  const t = useMessages(registration);
  const words = useMessages(common);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role | ''>(view.roles.length === 1 ? view.roles[0]! : '');
  const [note, setNote] = useState('');
  const [hasRead, setHasRead] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const length = [...note.trim()].length;
  const problems = {
    name: name.trim() ? undefined : t('nameMissing'),
    email: mailAddress.test(email.trim()) ? undefined : t('emailForm'),
    role: role ? undefined : t('roleMissing'),
    note: length > NOTE_LENGTH ? t('noteLong', { count: length }) : undefined,
    noticeVersion: hasRead ? undefined : t('noticeMissing'),
  };
  const refused = fieldErrors(error);
  const shown = (field: keyof typeof problems) => (asked ? problems[field] : undefined) ?? refused[field];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean) || busy) return;
    setBusy(true);
    setError(undefined);
    try {
      await postJson('/auth/registration/ask', { token, name: name.trim(), email: email.trim(), role, note: note.trim(), noticeVersion: view.noticeVersion }, currentLanguage());
      onSent(email.trim());
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Box component="form" noValidate onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('consortium', { name: view.consortium })}</Typography>
      <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('how')}</Typography>
      {error !== undefined && Object.keys(refused).length === 0 && <Alert severity="error">{errorText(error)}</Alert>}
      <TextInput required label={t('name')} value={name} onChange={setName} error={shown('name')} help={t('nameHelp')} autoComplete="name" name="name" />
      <TextInput
        required type="email" label={t('email')} value={email} onChange={setEmail} error={shown('email')} autoComplete="email" name="email"
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { autoCapitalize: 'none', spellCheck: false, maxLength: 254 } }}
      />
      <SelectInput<Role> required label={t('role')} value={role} onChange={setRole} error={shown('role')} options={view.roles.map((value) => ({ value, label: words(`role.${value}`) }))} />
      <TextInput multiline minRows={2} label={t('note')} value={note} onChange={setNote} error={shown('note')} help={t('noteHelp')} name="note" />
      <FormControl error={Boolean(shown('noticeVersion'))}>
        <FormControlLabel
          control={<Checkbox checked={hasRead} onChange={(_, on) => setHasRead(on)} />}
          label={<>{t('noticeBefore')} <Link href="/privacy" target="_blank" rel="noopener">{t('notice')}</Link></>}
        />
        {shown('noticeVersion') && <FormHelperText>{shown('noticeVersion')}</FormHelperText>}
      </FormControl>
      <Button type="submit" variant="contained" color="primary" loading={busy} sx={{ minHeight: 36 }}>{t('send')}</Button>
    </Box>
  );
}
