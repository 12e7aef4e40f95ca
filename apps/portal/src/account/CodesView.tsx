import { Alert, Box, Button } from '@mui/material';
import { useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { account } from './account.messages.ts';

/** Recovery codes, the only time that anybody sees them; to copy, keep as a file or print. */
export function CodesView({ codes, login }: { codes: readonly string[]; login: string }) {
  const t = useMessages(account);
  const toast = useToast();
  const text = [t('codesFile', { login }), '', ...codes, ''].join('\n');
  const copy = async () => {
    await navigator.clipboard?.writeText(codes.join('\n'));
    toast.show(t('codesCopied'), { tone: 'success' });
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="warning">{t('codesHelp')}</Alert>
      <Box
        component="ol" aria-label={t('codes')}
        sx={{ m: 0, p: 2, pl: 5, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 0.5, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'own.surface.subtle', fontFamily: 'monospace', fontSize: 15 }}
      >
        {codes.map((code) => <li key={code}>{code}</li>)}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('copyCodes')}</Button>}
        <Button component="a" href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download={`gongjian-${login}-codes.txt`}>{t('saveCodes')}</Button>
      </Box>
    </Box>
  );
}
