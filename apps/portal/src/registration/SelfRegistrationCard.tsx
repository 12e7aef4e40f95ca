import { useEffect, useState } from 'react';
import type { FocusEvent, ReactNode } from 'react';
import { Box, Button, Typography } from '@mui/material';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, ErrorState, SkeletonLines, StatusChip, TextInput, useFormat, useToast } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { CloseSelfRegistrationDocument, OpenSelfRegistrationDocument, RotateRegistrationLinkDocument, SelfRegistrationDocument } from './registrations.generated.ts';
import { registrations } from './registrations.messages.ts';

type Asked = 'off' | 'renew';

/** The switch, and what is handed out while it is on. */
export function SelfRegistrationCard() {
  const t = useMessages(registrations);
  const { me } = useSession();
  const format = useFormat();
  const toast = useToast();
  const { data, error, refetch } = useQuery(SelfRegistrationDocument);
  const [open, opening] = useMutation(OpenSelfRegistrationDocument, { onCompleted: () => void refetch() });
  const [close] = useMutation(CloseSelfRegistrationDocument);
  const [rotate] = useMutation(RotateRegistrationLinkDocument);
  const [asked, setAsked] = useState<Asked>();
  const own = data?.selfRegistration;

  const turnOn = async () => {
    try {
      await open();
      toast.show(t('turnedOn'), { tone: 'success' });
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  const actions = (
    <>
      <Button variant="text" onClick={() => setAsked('renew')}>{t('renew')}</Button>
      <Button variant="text" sx={{ color: 'error.main' }} onClick={() => setAsked('off')}>{t('turnOff')}</Button>
    </>
  );

  return (
    <Card title={t('switch')} note={data && <StatusChip tone={own?.on ? 'success' : 'draft'}>{t(own?.on ? 'on' : 'off')}</StatusChip>}>
      {error && !data && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data && (
        <>
          <Typography variant="body2" sx={{ color: 'own.faint' }}>{own?.on ? t('onHelp') : t('offHelp', { organisation: me.organisation?.name ?? '' })}</Typography>
          {own?.on && own.link && <Link address={own.link} actions={actions} />}
          {own && <Typography variant="caption" sx={{ display: 'block', mt: 1, color: 'own.faint' }}>{t('changedBy', { name: own.changedBy?.name ?? '—', time: format.dateTime(own.changedAt) })}</Typography>}
          {!own?.on && <Button variant="contained" color="primary" loading={opening.loading} onClick={() => void turnOn()} sx={{ mt: 1.5 }}>{t('turnOn')}</Button>}
        </>
      )}
      {asked && (
        <ConfirmDialog
          open danger title={t(asked === 'off' ? 'turnOffTitle' : 'renewTitle')} confirmLabel={t(asked === 'off' ? 'turnOff' : 'renew')} errorText={errorText} onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            await (asked === 'off' ? close() : rotate());
            toast.show(t(asked === 'off' ? 'turnedOff' : 'renewed'), { tone: 'success' });
          }}
        >
          <Typography variant="body2">{t(asked === 'off' ? 'turnOffHelp' : 'renewHelp')}</Typography>
        </ConfirmDialog>
      )}
    </Card>
  );
}

/** The link as text to copy and as a picture to hang up. */
function Link({ address, actions }: { address: string; actions: ReactNode }) {
  const t = useMessages(registrations);
  const toast = useToast();
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    let current = true;
    const draw = async () => {
      const { toDataURL } = await import('qrcode');
      const made = await toDataURL(address, { margin: 2, width: 320 });
      if (current) setPicture(made);
    };
    setPicture(undefined);
    void draw();
    return () => {
      current = false;
    };
  }, [address]);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast.show(t('copied'), { tone: 'success' });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1.5, alignItems: 'flex-start' }}>
      <Box sx={{ flex: '1 1 280px', minWidth: 0, display: 'grid', gap: 1, justifyItems: 'start' }}>
        <TextInput fullWidth label={t('link')} value={address} onChange={() => undefined} slotProps={{ inputLabel: { shrink: true }, htmlInput: { readOnly: true, spellCheck: false, onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select() } }} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {'clipboard' in navigator && <Button startIcon={<CopyIcon />} onClick={() => void copy()}>{t('copy')}</Button>}
          {actions}
        </Box>
      </Box>
      <Box sx={{ width: 160, height: 160, border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden' }}>
        {picture && <Box component="img" src={picture} alt={t('code')} sx={{ width: '100%', height: '100%', display: 'block' }} />}
      </Box>
    </Box>
  );
}
