import { useRef, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Box, Button, LinearProgress } from '@mui/material';
import { useNavigate } from 'react-router';
import { errorText, fieldErrors, uploadFile } from '@gongjian/api';
import { EmptyState, FieldRow, PageHeader, SelectInput, useFormat } from '@gongjian/ui';
import type { Register } from '@gongjian/api/schema.types.ts';
import { common, useLanguage, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { FileDrop } from '../shell/FileDrop.tsx';
import { useFileProblem } from '../shell/useFileProblem.ts';
import { ImportSteps } from './ImportSteps.tsx';
import { imports } from './imports.messages.ts';
import { ImportOwnersDocument, StartImportDocument } from './imports.generated.ts';

export const REGISTERS: readonly Register[] = ['EQUIPMENT', 'VENUES', 'TEACHERS', 'ENGINEERS'];

/** Step 1: the file, whose it is, and which register. */
export function NewImport() {
  const t = useMessages(imports);
  const c = useMessages(common);
  const format = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const { me, access } = useSession();
  const allowed = access.importForOrganisationIds;
  const owners = useQuery(ImportOwnersDocument, { variables: { first: 200 } });
  // One's own organisation is known at once; the others follow.
  const known = owners.data?.organisations.nodes ?? (me.organisation ? [me.organisation] : []);
  const choices = known.filter((owner) => !allowed || allowed.includes(owner.id));

  const [file, setFile] = useState<File>();
  const [chosenOwner, setOwner] = useState('');
  const owner = chosenOwner || (choices.find((each) => each.id === me.organisation?.id) ?? (choices.length === 1 ? choices[0] : undefined))?.id || '';
  const [register, setRegister] = useState<Register | ''>('');
  const [own, setOwn] = useState<Record<string, string>>({});
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<unknown>();
  const upload = useRef<AbortController>(null);
  const fileProblem = useFileProblem();
  const [start] = useMutation(StartImportDocument);
  const problems: Record<string, string> = { ...fieldErrors(problem), ...own };
  const busy = share !== undefined;

  const submit = async () => {
    setProblem(undefined);
    const found: Record<string, string> = {};
    if (!file) found['fileId'] = t('fileRequired');
    if (!owner) found['ownerId'] = t('required');
    setOwn(found);
    if (!file || Object.keys(found).length > 0) return;
    setShare(0);
    upload.current = new AbortController();
    try {
      const stored = await uploadFile(file, { onProgress: setShare, signal: upload.current.signal, language });
      // The stored file is new each time, so its id is the key: sending it twice starts one import.
      const { data } = await start({
        variables: { input: { fileId: stored.id, ownerId: owner, ...(register && { register }) }, idempotencyKey: stored.id },
      });
      if (data) void navigate(`/imports/${data.startImport.id}`, { replace: true });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      const ofFile = fileProblem(error);
      if (ofFile) setOwn({ fileId: ofFile });
      else setProblem(error);
    } finally {
      setShare(undefined);
    }
  };

  if (!access.canImport) {
    return <EmptyState title={t('mayNot')} action={<Button href="/resources">{c('back')}</Button>}>{t('mayNotHelp')}</EmptyState>;
  }
  const atField = Boolean(problems['fileId'] ?? problems['ownerId'] ?? problems['register']);
  return (
    <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <PageHeader title={t('new')} />
      <ImportSteps step="file" />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 760 }}>
        <FileDrop file={file} onChange={(next) => { setFile(next); setOwn({}); setProblem(undefined); }} error={problems['fileId']} disabled={busy} />
        <FieldRow>
          <SelectInput
            label={t('owner')}
            required
            value={owner}
            onChange={setOwner}
            error={problems['ownerId']}
            help={t('ownerHelp')}
            emptyLabel={t('choose')}
            disabled={busy}
            options={choices.map((each) => ({ value: each.id, label: each.name }))}
          />
          <SelectInput
            label={t('register')}
            value={register}
            onChange={setRegister}
            error={problems['register']}
            help={t('registerHelp')}
            emptyLabel={t('registerAuto')}
            disabled={busy}
            options={REGISTERS.map((value) => ({ value, label: t(`register.${value}`) }))}
          />
        </FieldRow>
        {busy && (
          <Box aria-live="polite" sx={{ fontSize: 13 }}>
            {t('uploading', { percent: format.percent(share) })}
            <LinearProgress aria-hidden variant={share < 1 ? 'determinate' : 'indeterminate'} value={share * 100} sx={{ mt: 0.5 }} />
          </Box>
        )}
        {problem !== undefined && !atField && <Alert severity="error">{errorText(problem)}</Alert>}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" color="primary" variant="contained" loading={busy}>{t('start')}</Button>
          {busy ? <Button onClick={() => upload.current?.abort()}>{t('cancelUpload')}</Button> : <Button href="/imports">{c('cancel')}</Button>}
        </Box>
      </Box>
    </Box>
  );
}
