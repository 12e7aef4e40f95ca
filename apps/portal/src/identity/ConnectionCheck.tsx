import { useState } from 'react';
import { Alert, Box, Button } from '@mui/material';
import GoodIcon from '@mui/icons-material/CheckCircleOutlined';
import NoteIcon from '@mui/icons-material/InfoOutlined';
import BadIcon from '@mui/icons-material/ErrorOutlineOutlined';
import { errorText, postJson } from '@gongjian/api';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { identity } from './identity.messages.ts';

interface Check {
  state: 'OK' | 'WARNING' | 'FAILED';
  code: string;
  message: string;
}

const LOOKS = { OK: { Icon: GoodIcon, color: 'success.main' }, WARNING: { Icon: NoteIcon, color: 'text.secondary' }, FAILED: { Icon: BadIcon, color: 'error.main' } } as const;

/** Tries what stands in the form, before it is kept. */
export function ConnectionCheck({ input, disabled }: { input: object; disabled: boolean }) {
  const t = useMessages(identity);
  const [busy, setBusy] = useState(false);
  const [checks, setChecks] = useState<Check[]>();
  const [problem, setProblem] = useState<string>();

  const run = async () => {
    setBusy(true);
    setProblem(undefined);
    setChecks(undefined);
    try {
      setChecks((await postJson<{ checks: Check[] }>('/auth/providers/check', input, currentLanguage())).checks);
    } catch (error) {
      setProblem(errorText(error));
    }
    setBusy(false);
  };

  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Button variant="outlined" loading={busy} disabled={disabled} onClick={() => void run()} sx={{ justifySelf: 'start' }}>{t('check')}</Button>
      <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
        {problem && <Alert severity="error">{problem}</Alert>}
        {checks && (
          <Box component="ul" aria-label={t('checkTitle')} sx={{ listStyle: 'none', m: 0, p: 1.5, border: 1, borderColor: 'divider', borderRadius: '8px', display: 'grid', gap: 0.75 }}>
            {checks.map(({ state, code, message }) => {
              const { Icon, color } = LOOKS[state];
              return (
                <Box component="li" key={code} sx={{ display: 'flex', gap: 1, fontSize: 13, overflowWrap: 'anywhere' }}>
                  <Icon titleAccess={t(`check.${state}`)} sx={{ fontSize: 18, color, mt: '1px' }} />
                  <span>{message}</span>
                </Box>
              );
            })}
          </Box>
        )}
      </Box>
    </Box>
  );
}
