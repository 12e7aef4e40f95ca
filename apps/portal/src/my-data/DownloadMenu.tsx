import { useState } from 'react';
import { Button, Menu, MenuItem } from '@mui/material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { errorText, getFile } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { LetGo, useProved } from '../account/Proof.tsx';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { saveFile } from '../shell/saveFile.ts';
import { myData } from './my-data.messages.ts';

/** Everything as a file. It comes at once, for whoever has just shown that it is them. */
export function DownloadMenu() {
  const t = useMessages(myData);
  const prove = useProved();
  const toast = useToast();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [busy, setBusy] = useState(false);

  const take = async (kind: 'xlsx' | 'json') => {
    setAnchor(null);
    setBusy(true);
    try {
      const { blob, name } = await prove(() => getFile(`/my-data/export.${kind}`, currentLanguage()));
      saveFile(blob, name ?? `my-data.${kind}`);
      toast.show(t('exported'), { tone: 'success' });
    } catch (error) {
      if (!(error instanceof LetGo)) toast.show(errorText(error), { tone: 'error' });
    }
    setBusy(false);
  };

  return (
    <>
      <Button variant="contained" color="primary" startIcon={<DownloadIcon />} loading={busy} aria-haspopup="menu" aria-expanded={Boolean(anchor)} onClick={(event) => setAnchor(event.currentTarget)}>{t('export')}</Button>
      <Menu anchorEl={anchor} open={Boolean(anchor)} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': t('export') } }}>
        <MenuItem onClick={() => void take('xlsx')}>{t('exportXlsx')}</MenuItem>
        <MenuItem onClick={() => void take('json')}>{t('exportJson')}</MenuItem>
      </Menu>
    </>
  );
}
