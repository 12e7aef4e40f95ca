import { useEffect, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import { Alert, Box, Button } from '@mui/material';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { errorText } from '@gongjian/api';
import { useMessages } from '../i18n/index.ts';
import { resources } from './resources.messages.ts';
import { Facts } from '../shell/Facts.tsx';
import { MinorNotice } from './MinorNotice.tsx';
import { RevealPersonalDataDocument } from './resources.generated.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';

const SHOWN_SECONDS = 60;

/** Personal data stays masked; a look at it in full is recorded, said beforehand, and over after a minute. */
export function PersonalDataCard({ resource }: { resource: ResourcePartsFragment }) {
  const t = useMessages(resources);
  const [left, setLeft] = useState(0);
  // no-cache: what was shown in full must not stay behind in the client's memory.
  const [reveal, { data, loading, error, reset }] = useMutation(RevealPersonalDataDocument, { fetchPolicy: 'no-cache' });
  const shown = left > 0 ? data?.revealPersonalData : undefined;

  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => {
      setLeft(left - 1);
      if (left === 1) reset();
    }, 1000);
    return () => clearTimeout(timer);
  }, [left, reset]);

  const hide = () => {
    setLeft(0);
    reset();
  };
  const show = async () => {
    const answer = await reveal({ variables: { resourceId: resource.id } }).catch(() => undefined);
    if (answer?.data) setLeft(SHOWN_SECONDS);
  };

  const personal = shown ?? resource.personalData;
  if (!personal) return null;
  const { minorAccess } = resource;
  const mayLook = !personal.minor || minorAccess?.inForce === true;
  return (
    <>
      <Facts
        items={[
          { label: t('field.idNumber'), value: personal.idNumber },
          { label: t('field.phone'), value: personal.phone },
        ]}
      />
      {resource.viewerCanReveal && personal.minor && <MinorNotice resource={resource} mayLook={mayLook} />}
      {resource.viewerCanReveal && mayLook && (
        <Box sx={{ mt: 1.5 }}>
          {shown ? (
            <Button size="small" startIcon={<HideIcon />} onClick={hide}>{t('hidePersonal', { seconds: left })}</Button>
          ) : (
            <Button size="small" startIcon={<ShowIcon />} loading={loading} onClick={() => void show()}>{t('showPersonal')}</Button>
          )}
          <Box sx={{ mt: 0.75, fontSize: 12, color: 'own.faint' }}>{t('showPersonalHelp')}</Box>
          {error && <Alert severity="error" sx={{ mt: 1 }}>{errorText(error)}</Alert>}
        </Box>
      )}
    </>
  );
}
