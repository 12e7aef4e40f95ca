import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors } from '@gongjian/api';
import type { WebhookEvent } from '@gongjian/api/schema.types.ts';
import { FormDialog, TextInput } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { Choices } from '../shell/Choices.tsx';
import { CreateWebhookDocument, UpdateWebhookDocument } from './developers.generated.ts';
import type { WebhookRowFragment } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { EVENTS } from './scopes.ts';

interface Props {
  /** The one that is changed; a new one when left out. */
  webhook?: WebhookRowFragment;
  onClose: () => void;
  /** With the secret of a new one. */
  onDone: (secret?: string) => void;
}

/** Where news go, and which. */
export function WebhookDialog({ webhook, onClose, onDone }: Props) {
  const t = useMessages(developers);
  const words = useMessages(common);
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<WebhookEvent[]>(webhook?.events ?? []);
  const [asked, setAsked] = useState(false);
  const [create, creating] = useMutation(CreateWebhookDocument);
  const [update, updating] = useMutation(UpdateWebhookDocument);
  const error = creating.error ?? updating.error;
  const loading = creating.loading || updating.loading;

  const problems = { url: url.trim() ? undefined : t('urlMissing'), events: events.length > 0 ? undefined : t('scopesMissing') };
  const refused = fieldErrors(error);
  const shown = { url: (asked ? problems.url : undefined) ?? refused['url'], events: (asked ? problems.events : undefined) ?? refused['events'] };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (problems.url || problems.events) return;
    try {
      if (webhook) {
        const changed = url.trim() === webhook.url ? {} : { url: url.trim() };
        await update({ variables: { id: webhook.id, version: webhook.version, input: { ...changed, events } } });
        onDone();
      } else {
        const { data } = await create({ variables: { input: { url: url.trim(), events } } });
        onDone(data!.createWebhook.secret);
      }
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="webhook-form">
      <DialogTitle id="webhook-form">{webhook ? t('editWebhook') : t('newWebhook')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && !shown.url && !shown.events && <Alert severity="error">{errorText(error)}</Alert>}
          <TextInput required autoFocus type="url" label={t('url')} placeholder={t('urlPlaceholder')} value={url} onChange={setUrl} error={shown.url} slotProps={{ htmlInput: { maxLength: 500, inputMode: 'url' } }} />
          <Choices<WebhookEvent> legend={t('eventsLegend')} value={events} onChange={setEvents} error={shown.events} options={EVENTS.map((value) => ({ value, label: t(`event.${value}`) }))} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{webhook ? words('save') : t('newWebhook')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
