import { Box, IconButton, Tooltip } from '@mui/material';
import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { developers } from './developers.messages.ts';

/** Something to be copied letter by letter. */
export function Code({ label, wrap, children }: { label: string; /** One long word, that is seen whole. */ wrap?: boolean; children: string }) {
  const t = useMessages(developers);
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard?.writeText(children);
    toast.show(t('copied'), { tone: 'success' });
  };
  return (
    <Box sx={{ position: 'relative', border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'own.surface.subtle', minWidth: 0 }}>
      {/* Long lines are scrolled, by keyboard as well. */}
      <Box component="pre" role="region" aria-label={label} tabIndex={0} sx={{ m: 0, p: 1.5, pr: 6, maxHeight: 420, overflow: 'auto', fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 13, lineHeight: 1.6, ...(wrap && { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }) }}>{children}</Box>
      {'clipboard' in navigator && (
        <Tooltip title={t('copy')}>
          <IconButton size="small" aria-label={`${t('copy')}: ${label}`} onClick={() => void copy()} sx={{ position: 'absolute', top: 6, right: 6, bgcolor: 'own.surface.subtle' }}><CopyIcon fontSize="small" /></IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
