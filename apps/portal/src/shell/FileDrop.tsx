import { useId, useRef, useState } from 'react';
import { Box, Button, FormHelperText } from '@mui/material';
import FileIcon from '@mui/icons-material/UploadFileOutlined';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { fileDrop } from './fileDrop.messages.ts';

const MAX_BYTES = 20 * 1024 * 1024;

interface Props {
  file: File | undefined;
  onChange: (file: File | undefined) => void;
  error?: string | undefined;
  disabled?: boolean;
}

/** A place to drop a table, with a button that does the same for the keyboard. */
export function FileDrop({ file, onChange, error, disabled }: Props) {
  const t = useMessages(fileDrop);
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const below = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();

  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (!first) return;
    const refused =
      (files.length > 1 && t('dropMany')) ||
      (!/\.(xlsx|csv)$/i.test(first.name) && t('dropWrongType')) ||
      (first.size > MAX_BYTES && t('dropTooLarge')) ||
      (first.size === 0 && t('dropEmpty'));
    setProblem(refused || undefined);
    onChange(refused ? undefined : first);
  };
  const said = problem ?? error;

  return (
    <Box>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          if (!disabled) setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) take(event.dataTransfer.files);
        }}
        sx={{
          display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', gap: 1, textAlign: 'center', minHeight: 168, p: 2,
          border: '1px dashed', borderRadius: '8px', borderColor: over ? 'primary.main' : said ? 'error.main' : 'own.lineStrong',
          bgcolor: over ? 'own.surface.selected' : 'own.surface.subtle',
        }}
      >
        <FileIcon aria-hidden sx={{ fontSize: 28, color: 'own.faint' }} />
        <Box sx={{ minHeight: 22, overflowWrap: 'anywhere', fontWeight: file ? 500 : 400 }}>
          {file ? t('chosen', { name: file.name, size: format.bytes(file.size) }) : t('dropTitle')}
        </Box>
        {/* The button opens it; by itself it is out of the keyboard's way. */}
        <input
          ref={input}
          hidden
          tabIndex={-1}
          type="file"
          accept=".xlsx,.csv"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <Button disabled={disabled ?? false} aria-describedby={below} onClick={() => input.current?.click()}>{file ? t('otherFile') : t('dropButton')}</Button>
      </Box>
      <FormHelperText id={below} error={Boolean(said)} role={said ? 'alert' : undefined}>{said ?? t('dropHelp')}</FormHelperText>
    </Box>
  );
}
