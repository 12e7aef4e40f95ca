import { useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { Box, Button } from '@mui/material';
import { useNavigate, useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, EmptyState, ErrorState, PageHeader, SkeletonPage, useToast } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { ImportDone } from './ImportDone.tsx';
import { ImportFailed } from './ImportFailed.tsx';
import { ImportMapping } from './ImportMapping.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import type { Step } from './ImportSteps.tsx';
import { imports } from './imports.messages.ts';
import { DiscardImportDocument, ImportDocument, ImportsDocument } from './imports.generated.ts';
import type { ImportPartsFragment } from './imports.generated.ts';
import { NewImport } from './NewImport.tsx';

/** Events tell when the import moves on; asking now and then covers a line that is down. */
const POLL_MILLISECONDS = 1500;

export default function ImportPage() {
  const { id = '' } = useParams();
  return id === 'new' ? <NewImport /> : <OneImport id={id} />;
}

function OneImport({ id }: { id: string }) {
  const t = useMessages(imports);
  const [running, setRunning] = useState(false);
  const { data, error, refetch } = useQuery(ImportDocument, { variables: { id }, pollInterval: running ? POLL_MILLISECONDS : 0 });
  const found = data?.import;
  usePageTitle(found?.fileName);

  const moving = found?.state === 'READING' || found?.state === 'APPLYING';
  if (moving !== running) setRunning(moving);

  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage />;
  if (!found) {
    return <EmptyState title={t('notFoundTitle')} action={<Button href="/imports">{t('toList')}</Button>}>{t('notFoundHelp')}</EmptyState>;
  }
  return <ImportWizard found={found} />;
}

function ImportWizard({ found }: { found: ImportPartsFragment }) {
  const t = useMessages(imports);
  const toast = useToast();
  const navigate = useNavigate();
  const [{ step }, setUrl] = useUrlState({ step: '' });
  const [discarding, setDiscarding] = useState(false);
  const [discard] = useMutation(DiscardImportDocument, { refetchQueries: [ImportsDocument] });
  // The columns stay on the screen while the file is read again with another mapping.
  const known = found.columns.length > 0;
  const at: Step = stepOf(found, step);

  const mayDiscard = found.state === 'REVIEW' || found.state === 'FAILED';
  return (
    <>
      <PageHeader
        title={found.fileName}
        description={`${t(`register.${found.register}`)} · ${found.owner.name}`}
        actions={mayDiscard && <Button onClick={() => setDiscarding(true)}>{t('discard')}</Button>}
      />
      <ImportSteps step={at} />
      {found.state === 'FAILED' && (
        <>
          <ImportFailed found={found} />
          <Box sx={{ mt: 4 }}><ImportMapping found={found} /></Box>
        </>
      )}
      {found.state === 'READING' && !(known && at === 'mapping') && (
        <ImportProgress title={t('reading', { name: found.fileName })} help={t('readingHelp')} share={found.progress} />
      )}
      {found.state === 'APPLYING' && <ImportProgress title={t('applying')} help={t('applyingHelp')} share={found.progress} />}
      {found.state === 'DONE' && <ImportDone found={found} />}
      {at === 'mapping' && known && found.state !== 'FAILED' && <ImportMapping found={found} onNext={() => setUrl({ step: 'preview' })} />}
      {at === 'preview' && found.state === 'REVIEW' && <ImportPreview found={found} onBack={() => setUrl({ step: '' })} />}
      <ConfirmDialog
        open={discarding}
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        cancelLabel={t('discardKeep')}
        danger
        errorText={errorText}
        onConfirm={async () => {
          await discard({ variables: { id: found.id } });
          toast.show(t('discarded'));
          void navigate('/imports', { replace: true });
        }}
        onClose={() => setDiscarding(false)}
      >
        {t('discardHelp')}
      </ConfirmDialog>
    </>
  );
}

function stepOf({ state }: ImportPartsFragment, step: string): Step {
  if (state === 'DONE') return 'done';
  if (state === 'APPLYING') return 'apply';
  if (state === 'FAILED') return 'file';
  return step === 'preview' && state === 'REVIEW' ? 'preview' : 'mapping';
}
