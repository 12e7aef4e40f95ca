import { useEffect, useRef } from 'react';
import { useMutation } from '@apollo/client/react';
import { Alert, Box, Button, Tab, Tabs, Typography } from '@mui/material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { errorText } from '@gongjian/api';
import type { ImportRowState } from '@gongjian/api/schema.types.ts';
import { useFormat } from '@gongjian/ui';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { imports } from './imports.messages.ts';
import { ApplyImportDocument } from './imports.generated.ts';
import type { ImportPartsFragment } from './imports.generated.ts';
import { PreviewRows } from './PreviewRows.tsx';

const TABS: readonly ImportRowState[] = ['NEW', 'CHANGED', 'UNCHANGED', 'BAD', 'SKIPPED'];

/** Step 3: what would happen, row by row, before anything does. */
export function ImportPreview({ found, onBack }: { found: ImportPartsFragment; onBack: () => void }) {
  const t = useMessages(imports);
  const format = useFormat();
  const language = useLanguage();
  const { counts } = found;
  const of: Record<ImportRowState, number> = {
    NEW: counts.created, CHANGED: counts.changed, UNCHANGED: counts.unchanged, BAD: counts.bad, SKIPPED: counts.skipped,
  };
  const first = TABS.find((state) => of[state] > 0) ?? 'NEW';
  const [{ tab }, setUrl] = useUrlState({ tab: '' });
  const shown = TABS.find((state) => state === tab) ?? first;
  const [apply, { loading, error }] = useMutation(ApplyImportDocument);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const writes = counts.created + counts.changed;
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Box sx={{ flex: '1 1 260px' }}>
          <Typography variant="h2" ref={heading} tabIndex={-1} sx={{ '&:focus-visible': { outline: 'none' } }}>{t('previewTitle')}</Typography>
          <Box sx={{ fontSize: 13, color: 'own.faint' }}>
            {writes > 0 ? t('applyCounts', { created: format.number(counts.created), changed: format.number(counts.changed) }) : t(counts.unchanged > 0 ? 'nothingNew' : 'nothingGood')}
          </Box>
        </Box>
        <Button onClick={onBack} disabled={loading}>{t('toMapping')}</Button>
        <Button
          color="primary"
          variant="contained"
          loading={loading}
          disabled={writes === 0}
          onClick={() => void apply({ variables: { id: found.id } }).catch(() => undefined)}
        >
          {t('apply')}
        </Button>
      </Box>
      {error && <Alert severity="error" sx={{ mb: 1 }}>{errorText(error)}</Alert>}
      <Tabs
        value={shown}
        onChange={(_, next: ImportRowState) => setUrl({ tab: next })}
        variant="scrollable"
        scrollButtons={false}
        aria-label={t('tabs')}
      >
        {TABS.map((state) => (
          <Tab key={state} value={state} id={`tab-${state}`} aria-controls={`rows-${state}`} label={t('tabCount', { label: t(`tab.${state}`), number: format.number(of[state]) })} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`rows-${shown}`} aria-labelledby={`tab-${shown}`} sx={{ pt: 1.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 32, mb: 1, fontSize: 13, color: 'text.secondary' }}>
          <Box sx={{ flex: '1 1 240px' }}>{shown === 'NEW' ? t(found.register === 'EQUIPMENT' ? 'unitsHelp' : 'tabHelp.NEW', { count: counts.created, number: format.number(counts.created) }) : t(`tabHelp.${shown}`)}</Box>
          {shown === 'BAD' && found.rejectedUrl && <Button size="small" href={`${found.rejectedUrl}?language=${language}`} download startIcon={<DownloadIcon />}>{t('download')}</Button>}
        </Box>
        <PreviewRows key={shown} found={found} state={shown} />
      </Box>
    </Box>
  );
}
