import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQuery } from '@apollo/client/react';
import { useNavigate, useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, EmptyState, ErrorState, SkeletonPage, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { Deliveries } from './Deliveries.tsx';
import { Developers } from './Developers.tsx';
import { DeliveriesDocument, RemoveWebhookDocument, RotateWebhookSecretDocument, TestWebhookDocument, UpdateWebhookDocument, WebhooksDocument } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { ReplayDialog } from './ReplayDialog.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';
import { WebhookStateChip } from './WebhookStateChip.tsx';

type Open = 'edit' | 'secret' | 'remove' | 'replay';

/** One webhook: what it hears of, what was sent, and what one can do. */
export default function WebhookPage() {
  const t = useMessages(developers);
  const words = useMessages(common);
  const toast = useToast();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const { me } = useSession();
  const [open, setOpen] = useState<Open>();
  const [secret, setSecret] = useState<string>();
  const { data, error, refetch } = useQuery(WebhooksDocument, { skip: !me.viewerCanCreateApiKey });
  const [test] = useMutation(TestWebhookDocument, { refetchQueries: [DeliveriesDocument] });
  const [update] = useMutation(UpdateWebhookDocument);
  const [rotate] = useMutation(RotateWebhookSecretDocument);
  const [remove] = useMutation(RemoveWebhookDocument);
  const webhook = data?.webhooks.find((each) => each.id === id);
  usePageTitle(webhook && new URL(webhook.url).host);
  const close = () => setOpen(undefined);

  const told = async (work: () => Promise<unknown>, text: string) => {
    try {
      await work();
      toast.show(text, { tone: 'success' });
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  const content = () => {
    if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
    if (!data) return <SkeletonPage />;
    if (!webhook) return <EmptyState title={t('notFound')} action={<Button href="/developers/webhooks">{t('toWebhooks')}</Button>} />;
    const active = webhook.state === 'ACTIVE';
    const turn = () => told(() => update({ variables: { id, version: webhook.version, input: { on: !active } } }), active ? t('turnedOff') : t('turnedOn'));
    return (
      <>
        <Box component="section" aria-label={t('url')} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', p: 2, mb: 2, display: 'grid', gap: 1.5 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}>
            <Box sx={{ flex: '1 1 280px', minWidth: 0 }}>
              <Typography variant="h2" sx={{ fontSize: 15, overflowWrap: 'anywhere' }}>{webhook.url}</Typography>
              <Typography sx={{ fontSize: 13, color: 'own.faint' }}>{webhook.events.map((event) => t(`event.${event}`)).join(' · ')}</Typography>
            </Box>
            <Box><WebhookStateChip webhook={webhook} /></Box>
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {active && <Button variant="contained" color="primary" onClick={() => void told(() => test({ variables: { id } }), t('testSent'))}>{t('test')}</Button>}
            <Button variant={active ? 'outlined' : 'contained'} color={active ? 'inherit' : 'primary'} onClick={() => void turn()}>{active ? t('turnOff') : t('turnOn')}</Button>
            <Button onClick={() => setOpen('edit')}>{words('edit')}</Button>
            {active && <Button onClick={() => setOpen('replay')}>{t('replaySince')}</Button>}
            <Button onClick={() => setOpen('secret')}>{t('newSecret')}</Button>
            <Button color="error" onClick={() => setOpen('remove')}>{t('remove')}</Button>
          </Box>
        </Box>
        <Deliveries id={id} active={active} />
        {open === 'edit' && <WebhookDialog webhook={webhook} onClose={close} onDone={close} />}
        {open === 'replay' && <ReplayDialog id={id} onClose={close} />}
        {open === 'secret' && <ConfirmDialog open title={t('newSecret')} confirmLabel={t('newSecret')} errorText={errorText} onConfirm={async () => setSecret((await rotate({ variables: { id } })).data!.rotateWebhookSecret.secret)} onClose={close}>{t('newSecretHelp')}</ConfirmDialog>}
        {open === 'remove' && (
          <ConfirmDialog
            open danger title={t('removeTitle')} confirmLabel={t('remove')} errorText={errorText} onClose={close}
            onConfirm={async () => {
              await remove({ variables: { id }, refetchQueries: [WebhooksDocument] });
              toast.show(t('removed'), { tone: 'success' });
              await navigate('/developers/webhooks');
            }}
          >
            {t('removeHelp')}
          </ConfirmDialog>
        )}
        {secret && <WebhookSecret secret={secret} onClose={() => setSecret(undefined)} />}
      </>
    );
  };

  return <Developers part="webhooks">{content()}</Developers>;
}
