import { useState } from 'react';
import { Alert, Box, Button, LinearProgress } from '@mui/material';
import { useSearchParams } from 'react-router';
import { errorText, uploadFile } from '@gongjian/api';
import { EmptyState, PageHeader, useFormat } from '@gongjian/ui';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { FileDrop } from '../shell/FileDrop.tsx';
import { useFileProblem } from '../shell/useFileProblem.ts';
import { useSession } from '../session/index.ts';
import { InviteListReview } from './InviteListReview.tsx';
import { inviteList } from './inviteList.messages.ts';

/** Many people at once: the list is uploaded, looked at, and sent. Which file it is stays in the address. */
export default function InviteListPage() {
  const t = useMessages(inviteList);
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const fileId = search.get('file');
  if (!me.viewerCanInvite) return <EmptyState title={t('mayNot')} action={<Button href="/people">{t('back')}</Button>}>{t('mayNotHelp')}</EmptyState>;
  return (
    <>
      <PageHeader title={t('title')} actions={fileId && <Button onClick={() => setSearch({})}>{t('other')}</Button>} />
      {fileId ? <InviteListReview key={fileId} fileId={fileId} /> : <Upload onDone={(id) => setSearch({ file: id })} />}
    </>
  );
}

function Upload({ onDone }: { onDone: (fileId: string) => void }) {
  const t = useMessages(inviteList);
  const format = useFormat();
  const language = useLanguage();
  const [file, setFile] = useState<File>();
  const [share, setShare] = useState<number>();
  const fileProblem = useFileProblem();
  const [problem, setProblem] = useState<unknown>();

  const submit = async (chosen: File) => {
    setProblem(undefined);
    setShare(0);
    try {
      onDone((await uploadFile(chosen, { onProgress: setShare, language })).id);
    } catch (error) {
      setProblem(error);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <Box component="form" noValidate sx={{ display: 'grid', gap: 2, maxWidth: 760 }} onSubmit={(event) => { event.preventDefault(); if (file) void submit(file); }}>
      <Box sx={{ color: 'text.secondary' }}>{t('help')}</Box>
      <FileDrop file={file} onChange={(next) => { setFile(next); setProblem(undefined); }} error={problem === undefined ? undefined : fileProblem(problem)} disabled={share !== undefined} />
      {share !== undefined && (
        <Box aria-live="polite" sx={{ fontSize: 13 }}>
          {t('uploading', { percent: format.percent(share) })}
          <LinearProgress aria-hidden variant={share < 1 ? 'determinate' : 'indeterminate'} value={share * 100} sx={{ mt: 0.5 }} />
        </Box>
      )}
      {problem !== undefined && !fileProblem(problem) && <Alert severity="error">{errorText(problem)}</Alert>}
      <Box><Button type="submit" color="primary" variant="contained" disabled={!file} loading={share !== undefined}>{t('upload')}</Button></Box>
    </Box>
  );
}
