import { useState } from 'react';
import { Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { Developers } from './Developers.tsx';
import { WebhooksDocument } from './developers.generated.ts';
import type { WebhookRowFragment } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { Two } from './KeysPage.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';
import { WebhookStateChip } from './WebhookStateChip.tsx';

/** Where one's organisation hears what changed. */
export default function WebhooksPage() {
  const t = useMessages(developers);
  const format = useFormat();
  const { me } = useSession();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const { data, error, refetch } = useQuery(WebhooksDocument, { skip: !me.viewerCanCreateApiKey, pollInterval: 15_000 });

  const columns: Column<WebhookRowFragment>[] = [
    { key: 'url', header: t('url'), cell: (row) => <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{row.url}</Box> },
    { key: 'events', header: t('events'), cell: (row) => row.events.map((event) => t(`event.${event}`)).join(' · ') },
    { key: 'state', header: t('state'), cell: (row) => <WebhookStateChip webhook={row} /> },
    { key: 'result', header: t('deliveries'), cell: (row) => [row.waitingCount > 0 && t('waiting', { count: row.waitingCount }), row.failedCount > 0 && t('failed', { count: row.failedCount })].filter(Boolean).join(' · ') || '—' },
    { key: 'createdAt', header: t('made'), wideOnly: true, cell: (row) => <Two first={format.date(row.createdAt)} second={row.createdBy && t('by', { name: row.createdBy.name })} /> },
  ];

  return (
    <Developers part="webhooks" actions={<Button variant="contained" color="primary" startIcon={<AddIcon />} onClick={() => setAdding(true)}>{t('newWebhook')}</Button>}>
      <DataTable
        label={t('webhooks')} columns={columns} rows={data?.webhooks} rowKey={(row) => row.id} rowName={(row) => row.url} href={(row) => `/developers/webhooks/${row.id}`}
        error={error && errorText(error)} onRetry={() => void refetch()}
        empty={<EmptyState title={t('webhooksEmpty')}>{t('webhooksEmptyHelp')}</EmptyState>}
      />
      {adding && (
        <WebhookDialog
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false);
            setSecret(made);
            void refetch();
          }}
        />
      )}
      {secret && <WebhookSecret secret={secret} onClose={() => setSecret(undefined)} />}
    </Developers>
  );
}
