import { Box, Typography } from '@mui/material';
import { useMessages } from '../i18n/index.ts';
import { Code } from './Code.tsx';
import { developers } from './developers.messages.ts';
import { graphAddress } from './scopes.ts';

/** What a developer has to know before the first request. */
export function Start() {
  const t = useMessages(developers);
  const schema = `curl -H 'Authorization: Bearer gj_…' ${window.location.origin}/reference/schema.graphql`;
  return (
    <Box component="article" aria-label={t('start')} sx={{ maxWidth: 720, display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography variant="h2" sx={{ fontSize: 18 }}>{t('start')}</Typography>
      <Typography variant="body2">{t('startAddress')}</Typography>
      <Code label={t('url')}>{graphAddress()}</Code>
      <Typography variant="body2">{t('startKey')}</Typography>
      <Code label={t('key')}>{`Authorization: Bearer gj_…`}</Code>
      <Typography variant="body2">{t('startErrors')}</Typography>
      <Typography variant="body2">{t('startLimits')}</Typography>
      <Typography variant="body2">{t('startNews')}</Typography>
      <Typography variant="body2">{t('startSchema')}</Typography>
      <Code label={t('download')}>{schema}</Code>
    </Box>
  );
}
