import { useRef, useState } from 'react';
import { Alert, Box, Button } from '@mui/material';
import LogoIcon from '@mui/icons-material/AddPhotoAlternateOutlined';
import { useMutation } from '@apollo/client/react';
import { errorText, uploadFile } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { Card } from '../home/Card.tsx';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { UpdateConsortiumDocument } from './settings.generated.ts';
import type { ConsortiumSetupFragment } from './settings.generated.ts';
import { settingsTexts } from './settings.messages.ts';

const TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const MOST_BYTES = 1024 * 1024;

/** The picture beside the consortium's name in the sidebar. */
export function LogoCard({ consortium }: { consortium: ConsortiumSetupFragment }) {
  const t = useMessages(settingsTexts);
  const language = useLanguage();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [update] = useMutation(UpdateConsortiumDocument);
  const { logoUrl, settings } = consortium;

  const keep = async (find: () => Promise<string>, done: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await update({ variables: { version: settings!.version, input: { logoFileId: await find() } } });
      toast.show(done, { tone: 'success' });
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = (file: File | undefined) => {
    if (!file) return;
    if (!TYPES.includes(file.type)) setProblem(t('logoWrongType'));
    else if (file.size > MOST_BYTES) setProblem(t('logoTooLarge'));
    else void keep(async () => (await uploadFile(file, { language })).id, t('logoSaved'));
  };

  return (
    <Card title={t('logo')}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Box sx={{ width: 72, height: 72, flexShrink: 0, borderRadius: '8px', border: 1, borderColor: 'divider', bgcolor: logoUrl ? '#fff' : 'own.surface.subtle', display: 'grid', placeItems: 'center', overflow: 'hidden', color: 'own.faint' }}>
          {logoUrl ? <Box component="img" src={logoUrl} alt={t('logoAlt')} sx={{ width: '100%', height: '100%', objectFit: 'contain' }} /> : <LogoIcon aria-hidden sx={{ fontSize: 28 }} />}
        </Box>
        <Box sx={{ minWidth: 0, fontSize: 13, color: 'own.faint' }}>{!logoUrl && <div>{t('logoNone')}</div>}{t('logoHelp')}</Box>
      </Box>
      {problem && <Alert severity="error" sx={{ mt: 1.5 }}>{problem}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        <input ref={input} hidden tabIndex={-1} type="file" accept={TYPES.join(',')} onChange={(event) => { choose(event.target.files?.[0]); event.target.value = ''; }} />
        <Button size="small" loading={busy} onClick={() => input.current?.click()}>{t(logoUrl ? 'logoReplace' : 'logoChoose')}</Button>
        {logoUrl && <Button size="small" variant="text" disabled={busy} onClick={() => void keep(() => Promise.resolve(''), t('logoRemoved'))}>{t('logoRemove')}</Button>}
      </Box>
    </Card>
  );
}
