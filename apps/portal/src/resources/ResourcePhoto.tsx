import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Alert, Box, Button, LinearProgress } from '@mui/material';
import PhotoIcon from '@mui/icons-material/AddPhotoAlternateOutlined';
import { errorText, uploadFile } from '@gongjian/api';
import { ConfirmDialog, useFormat, useToast } from '@gongjian/ui';
import { common, useLanguage, useMessages } from '../i18n/index.ts';
import { resources } from './resources.messages.ts';
import { UpdateResourceDocument } from './resources.generated.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';

const TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const MAX_BYTES = 20 * 1024 * 1024;

interface Chosen {
  file: File;
  address: string;
}

/** The photo; those who may change it choose one, look at it, and send it. */
export function ResourcePhoto({ resource }: { resource: ResourcePartsFragment }) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const format = useFormat();
  const language = useLanguage();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [removing, setRemoving] = useState(false);
  const [update] = useMutation(UpdateResourceDocument);

  useEffect(() => () => chosen && URL.revokeObjectURL(chosen.address), [chosen]);

  const choose = (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    if (!TYPES.includes(file.type)) setProblem(t('photoWrongType'));
    else if (file.size > MAX_BYTES) setProblem(t('photoTooLarge'));
    else setChosen({ file, address: URL.createObjectURL(file) });
  };
  const save = (photoFileId: string) =>
    update({ variables: { id: resource.id, version: resource.version, input: { photoFileId } } });

  const send = async () => {
    if (!chosen) return;
    setProblem(undefined);
    setShare(0);
    try {
      const stored = await uploadFile(chosen.file, { onProgress: setShare, language });
      await save(stored.id);
      setChosen(undefined);
      toast.show(t('photoSaved'), { tone: 'success' });
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setShare(undefined);
    }
  };

  const shown = chosen?.address ?? resource.photoUrl;
  const busy = share !== undefined;
  return (
    <Box
      component="section"
      aria-label={t('section.photo')}
      sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden', bgcolor: 'background.paper' }}
    >
      <Box
        onDragOver={(event) => resource.viewerCanUpdate && event.preventDefault()}
        onDrop={(event) => {
          if (!resource.viewerCanUpdate || busy) return;
          event.preventDefault();
          choose(event.dataTransfer.files[0]);
        }}
        sx={{ aspectRatio: '3 / 2', bgcolor: 'own.surface.subtle', display: 'flex', alignItems: 'center', justifyContent: 'center', flexDirection: 'column', gap: 0.5, color: 'own.faint', fontSize: 13 }}
      >
        {shown ? (
          <Box
            component="img"
            src={shown}
            alt={chosen ? t('photoPreview') : t('photoAlt', { name: resource.name })}
            sx={{ width: '100%', height: '100%', objectFit: 'cover', display: 'block' }}
          />
        ) : (
          <>
            <PhotoIcon aria-hidden sx={{ fontSize: 28 }} />
            {t('photoNone')}
          </>
        )}
      </Box>
      {resource.viewerCanUpdate && (
        <Box sx={{ p: 1.5, borderTop: 1, borderColor: 'divider' }}>
          {/* The buttons below stand for it; it stays out of the way of the keyboard. */}
          <input ref={input} hidden tabIndex={-1} type="file" accept={TYPES.join(',')} onChange={(event) => { choose(event.target.files?.[0]); event.target.value = ''; }} />
          {busy && (
            <Box aria-live="polite" sx={{ mb: 1, fontSize: 13 }}>
              {t('photoUploading', { percent: format.percent(share) })}
              <LinearProgress aria-hidden variant="determinate" value={share * 100} sx={{ mt: 0.5 }} />
            </Box>
          )}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            {chosen ? (
              <>
                <Button size="small" color="primary" variant="contained" loading={busy} onClick={() => void send()}>{t('photoUse')}</Button>
                <Button size="small" disabled={busy} onClick={() => setChosen(undefined)}>{c('cancel')}</Button>
              </>
            ) : (
              <>
                <Button size="small" onClick={() => input.current?.click()}>{resource.photoUrl ? t('photoReplace') : t('photoAdd')}</Button>
                {resource.photoUrl && <Button size="small" variant="text" onClick={() => setRemoving(true)}>{t('photoRemove')}</Button>}
              </>
            )}
          </Box>
          <Box sx={{ mt: 0.75, fontSize: 12, color: 'own.faint' }}>{t('photoHelp')}</Box>
          {problem && <Alert severity="error" sx={{ mt: 1 }}>{problem}</Alert>}
        </Box>
      )}
      <ConfirmDialog
        open={removing}
        title={t('photoRemoveTitle')}
        confirmLabel={t('photoRemove')}
        danger
        errorText={errorText}
        onConfirm={async () => {
          await save('');
          toast.show(t('photoRemoved'), { tone: 'success' });
        }}
        onClose={() => setRemoving(false)}
      />
    </Box>
  );
}
