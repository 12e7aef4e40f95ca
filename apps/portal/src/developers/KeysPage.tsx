import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, DataTable, EmptyState, StatusChip, useFormat, useToast } from '@gongjian/ui';
import type { Column, StatusTone } from '@gongjian/ui';
import type { ApiKeyState } from '@gongjian/api/schema.types.ts';
import { ProofProvider } from '../account/Proof.tsx';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { Code } from './Code.tsx';
import { Developers } from './Developers.tsx';
import { ApiKeysDocument, RevokeApiKeyDocument } from './developers.generated.ts';
import type { ApiKeyRowFragment } from './developers.generated.ts';
import { developers } from './developers.messages.ts';
import { NewKeyDialog } from './NewKeyDialog.tsx';
import { RotateKeyDialog } from './RotateKeyDialog.tsx';
import { graphAddress } from './scopes.ts';
import { SecretDialog } from './SecretDialog.tsx';

const TONES: Record<ApiKeyState, StatusTone> = { ACTIVE: 'success', EXPIRED: 'draft', REVOKED: 'danger' };
const DAY = 86_400_000;
/** As long before its end as the administrators are told. */
const SOON = 14;

type Open = { what: 'new' } | { what: 'rotate' | 'revoke'; row: ApiKeyRowFragment } | { what: 'secret'; secret: string };

/** The keys of one's organisation; for those who answer for keys, of the whole consortium. */
export default function KeysPage() {
  const t = useMessages(developers);
  const format = useFormat();
  const toast = useToast();
  const { me } = useSession();
  const [open, setOpen] = useState<Open>();
  const { data, error, refetch } = useQuery(ApiKeysDocument, { skip: !me.viewerDevelops });
  const [revoke] = useMutation(RevokeApiKeyDocument);
  const close = () => setOpen(undefined);
  const rows = data?.apiKeys;
  const several = rows?.some((row) => row.organisation.id !== me.organisation?.id) ?? false;

  const made = (secret: string) => {
    setOpen({ what: 'secret', secret });
    void refetch();
  };
  const stop = async (row: ApiKeyRowFragment) => {
    await revoke({ variables: { id: row.id } });
    toast.show(t('revoked'), { tone: 'success' });
  };
  const daysLeft = (row: ApiKeyRowFragment) => Math.ceil((Date.parse(row.expiresAt) - Date.now()) / DAY);

  const columns: Column<ApiKeyRowFragment>[] = [
    { key: 'name', header: t('name'), cell: (row) => <Two first={row.name} second={<Box component="span" sx={{ fontFamily: 'monospace' }}>{row.prefix}…</Box>} /> },
    ...(several ? [{ key: 'organisation', header: t('organisation'), cell: (row: ApiKeyRowFragment) => row.organisation.shortName }] : []),
    { key: 'scopes', header: t('scopes'), cell: (row) => row.scopes.map((scope) => t(`scope.${scope}`)).join(' · ') },
    {
      key: 'state', header: t('state'),
      cell: (row) => <Two first={<StatusChip tone={TONES[row.state]}>{t(`keyState.${row.state}`)}</StatusChip>} second={row.revokedAt ? row.revokedBy && t('revokedBy', { name: row.revokedBy.name, time: format.date(row.revokedAt) }) : row.previousPrefix && t('both', { prefix: row.previousPrefix, time: format.dateTime(row.previousUntil!) })} />,
    },
    { key: 'expires', header: t('expires'), cell: (row) => <Two first={format.date(row.expiresAt)} second={row.state === 'ACTIVE' && daysLeft(row) <= SOON && t('endsSoon', { count: daysLeft(row) })} /> },
    { key: 'lastUsed', header: t('lastUsed'), cell: (row) => <Two first={row.lastUsedAt ? format.ago(row.lastUsedAt) : t('neverUsed')} second={row.createdBy && t('by', { name: row.createdBy.name })} /> },
  ];
  const add = me.viewerCanCreateApiKey && <Button variant="contained" color="primary" startIcon={<AddIcon />} onClick={() => setOpen({ what: 'new' })}>{t('newKey')}</Button>;

  return (
    <Developers part="keys" actions={add}>
      <DataTable
        label={t('keys')} columns={columns} rows={rows} rowKey={(row) => row.id} rowName={(row) => row.name}
        error={error && errorText(error)} onRetry={() => void refetch()}
        empty={me.viewerCanCreateApiKey ? <EmptyState title={t('keysEmpty')}>{t('keysEmptyHelp')}</EmptyState> : <EmptyState title={t('keysNone')}>{t('keysNoneHelp')}</EmptyState>}
        actions={(row) => (row.viewerCanRotate || row.viewerCanRevoke) && (
          <Box sx={{ display: 'flex', gap: 0.5, justifyContent: 'flex-end' }}>
            {row.viewerCanRotate && <Button size="small" onClick={() => setOpen({ what: 'rotate', row })}>{t('rotate')}</Button>}
            {row.viewerCanRevoke && <Button size="small" color="error" onClick={() => setOpen({ what: 'revoke', row })}>{t('revoke')}</Button>}
          </Box>
        )}
      />
      <ProofProvider>
        {open?.what === 'new' && <NewKeyDialog onClose={close} onMade={made} />}
        {open?.what === 'rotate' && <RotateKeyDialog row={open.row} onClose={() => setOpen((now) => (now?.what === 'rotate' ? undefined : now))} onMade={made} />}
      </ProofProvider>
      {open?.what === 'revoke' && <ConfirmDialog open danger title={t('revokeTitle', { name: open.row.name })} confirmLabel={t('revoke')} errorText={errorText} onConfirm={() => stop(open.row)} onClose={close}>{t('revokeHelp')}</ConfirmDialog>}
      {open?.what === 'secret' && (
        <SecretDialog title={t('secretKey')} secret={open.secret} onClose={close}>
          <Typography variant="body2">{t('secretUse')}</Typography>
          <Code label={t('curl')}>{`curl ${graphAddress()} \\\n  -H 'Authorization: Bearer ${open.secret}' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"query":"{ consortium { name } }"}'`}</Code>
        </SecretDialog>
      )}
    </Developers>
  );
}

/** What it is, and below it what else is known of it. */
export function Two({ first, second }: { first: React.ReactNode; second?: React.ReactNode }) {
  return (
    <>
      {first}
      {second && <Box component="span" sx={{ display: 'block', mt: 0.25, fontSize: 12, color: 'own.faint' }}>{second}</Box>}
    </>
  );
}
