import { Alert, Box, Button, Typography } from '@mui/material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { useFormat } from '@gongjian/ui';
import type { Register, ResourceKind } from '@gongjian/api/schema.types.ts';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { FurtherSheets } from './FurtherSheets.tsx';
import { imports } from './imports.messages.ts';
import type { ImportPartsFragment } from './imports.generated.ts';

const KIND: Record<Register, ResourceKind> = { EQUIPMENT: 'EQUIPMENT', VENUES: 'VENUE', TEACHERS: 'TEACHER', ENGINEERS: 'ENGINEER' };

export function ImportDone({ found }: { found: ImportPartsFragment }) {
  const t = useMessages(imports);
  const language = useLanguage();
  const format = useFormat();
  const { created, changed, unchanged, skipped, bad } = found.counts;
  // Engineers may belong to other enterprises than the one that handed in the list.
  const owner = found.register === 'ENGINEERS' ? '' : `&ownerIds=${found.owner.id}`;
  return (
    <Box sx={{ maxWidth: 720 }}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>{t('doneTitle')}</Typography>
      <Box>{created + changed > 0 ? t('doneSummary', { created: format.number(created), changed: format.number(changed), unchanged: format.number(unchanged), skipped: format.number(skipped) }) : t('doneNothing')}</Box>
      {bad > 0 && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {t('badLeft', { count: bad, number: format.number(bad) })} {t('downloadHelp')}
          {found.rejectedUrl && (
            <Box sx={{ mt: 1 }}>
              <Button size="small" href={`${found.rejectedUrl}?language=${language}`} download startIcon={<DownloadIcon />}>{t('download')}</Button>
            </Box>
          )}
        </Alert>
      )}
      <FurtherSheets found={found} />
      <Box sx={{ mt: 2, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button color="primary" variant="contained" href={`/resources?kinds=${KIND[found.register]}${owner}&orderBy=UPDATED_LAST`}>{t('toResources')}</Button>
        <Button href="/timeline">{t('toTimeline')}</Button>
        <Button href="/imports/new">{t('importMore')}</Button>
      </Box>
    </Box>
  );
}
