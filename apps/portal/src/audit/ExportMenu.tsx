import { useState } from 'react';
import { Button, Menu, MenuItem } from '@mui/material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import type { AuditFilter } from '@gongjian/api/schema.types.ts';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { fileAddress } from './audit-filter.ts';
import { audit } from './audit.messages.ts';

/** One file for people, one that verifies by itself, and the signed end of the chain to be kept elsewhere. */
export function ExportMenu({ filter }: { filter: AuditFilter }) {
  const t = useMessages(audit);
  const language = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const item = (file: Parameters<typeof fileAddress>[0], label: string) => (
    <MenuItem component="a" href={fileAddress(file, filter, language)} download onClick={close}>{label}</MenuItem>
  );
  return (
    <>
      <Button startIcon={<DownloadIcon />} aria-haspopup="menu" aria-expanded={Boolean(anchor)} onClick={(event) => setAnchor(event.currentTarget)}>{t('export')}</Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={close} slotProps={{ list: { 'aria-label': t('export') } }}>
        {item('entries.xlsx', t('exportXlsx'))}
        {item('entries.jsonl', t('exportJsonl'))}
        {item('head.json', t('exportHead'))}
      </Menu>
    </>
  );
}
