import { useState } from 'react';
import { Alert, Box, Button } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { errorText } from '@gongjian/api';
import { ErrorState, PageHeader, SkeletonPage } from '@gongjian/ui';
import { LetGo, ProofProvider, useProved } from '../account/Proof.tsx';
import { useMessages } from '../i18n/index.ts';
import { useAgainInLanguage } from '../audit/useAgainInLanguage.ts';
import { useSession } from '../session/index.ts';
import { AreaList } from './AreaList.tsx';
import { ClosingCard } from './ClosingCard.tsx';
import { ConsentsCard } from './ConsentsCard.tsx';
import { CorrectionsCard } from './CorrectionsCard.tsx';
import { DownloadMenu } from './DownloadMenu.tsx';
import { MyDataDocument, RevealMyDataDocument } from './my-data.generated.ts';
import { myData } from './my-data.messages.ts';
import { RegisterCard } from './RegisterCard.tsx';

/** All that is known about the person who is signed in, and what they can do about it. */
export default function MyDataPage() {
  return (
    <ProofProvider>
      <MyData />
    </ProofProvider>
  );
}

function MyData() {
  const t = useMessages(myData);
  const { me } = useSession();
  const prove = useProved();
  const [problem, setProblem] = useState<unknown>();
  const { data, error, refetch } = useQuery(MyDataDocument, { fetchPolicy: 'network-only', context: { live: false } });
  useAgainInLanguage(refetch);
  // no-cache: what was shown in full must not stay behind in the client's memory.
  const [reveal, { data: inFull, loading, reset }] = useMutation(RevealMyDataDocument, { fetchPolicy: 'no-cache' });

  const show = async () => {
    setProblem(undefined);
    await prove(() => reveal()).catch((failure: unknown) => {
      if (!(failure instanceof LetGo)) setProblem(failure);
    });
  };

  const areas = inFull?.revealMyData ?? data?.myData;
  if (error && !areas) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!areas) return <SkeletonPage />;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('lead')}
        actions={(
          <>
            {inFull ? <Button startIcon={<HideIcon />} onClick={reset}>{t('hide')}</Button> : <Button startIcon={<ShowIcon />} loading={loading} onClick={() => void show()}>{t('show')}</Button>}
            <DownloadMenu />
          </>
        )}
      />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
        {problem !== undefined && <Alert severity="error">{errorText(problem)}</Alert>}
        {inFull && <Alert severity="info">{t('shown')}</Alert>}
        <AreaList areas={areas} />
        {me.consortium && <RegisterCard onChange={() => void refetch()} />}
        {me.consortium && <CorrectionsCard />}
        {me.consortium && <ConsentsCard />}
        {me.consortium && <ClosingCard />}
      </Box>
    </>
  );
}
