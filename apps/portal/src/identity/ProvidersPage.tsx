import { useState } from 'react';
import { Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, DataTable, EmptyState, PageHeader, StatusChip, useToast } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { IdentityProvidersDocument, RemoveIdentityProviderDocument } from './identity.generated.ts';
import type { ProviderFragment } from './identity.generated.ts';
import { identity } from './identity.messages.ts';
import { ProviderDialog } from './ProviderDialog.tsx';

/** The sign-ins of organisations, for those who administer them. */
export default function ProvidersPage() {
  const t = useMessages(identity);
  const words = useMessages(common);
  const toast = useToast();
  const { me } = useSession();
  const { data, error, refetch } = useQuery(IdentityProvidersDocument, { skip: !me.viewerKeepsIdentityProviders });
  const [remove] = useMutation(RemoveIdentityProviderDocument);
  const [open, setOpen] = useState<ProviderFragment | 'new'>();
  const [removing, setRemoving] = useState<ProviderFragment>();

  if (!me.viewerKeepsIdentityProviders) return <EmptyState title={t('noRight')} action={<Button href="/">{words('goHome')}</Button>}>{t('noRightHelp')}</EmptyState>;

  const columns: Column<ProviderFragment>[] = [
    { key: 'organisation', header: t('organisation'), cell: (row) => row.organisation.name },
    { key: 'name', header: t('name'), cell: (row) => row.name },
    { key: 'code', header: t('code'), cell: (row) => <Box component="span" sx={{ fontFamily: 'monospace', fontSize: 13 }}>/sign-in/{row.code}</Box> },
    { key: 'domains', header: t('domains'), cell: (row) => row.domains.join(', '), wideOnly: true },
    { key: 'linked', header: t('linked'), cell: (row) => t('linkedPeople', { count: row.linkedPeople }) },
    { key: 'state', header: t('state'), cell: (row) => <StatusChip tone={row.enabled ? 'success' : 'draft'}>{t(row.enabled ? 'on' : 'off')}</StatusChip> },
  ];
  const add = <Button variant="contained" color="primary" startIcon={<AddIcon />} onClick={() => setOpen('new')}>{t('add')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={data && data.identityProviders.length > 0 && add} />
      <DataTable
        label={t('list')}
        columns={columns}
        rows={data?.identityProviders}
        rowKey={(row) => row.id}
        onOpen={setOpen}
        error={error && !data ? errorText(error) : undefined}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t('empty')} action={add}>{t('emptyHelp')}</EmptyState>}
        actions={(row) => (row.viewerCanUpdate ? <Button size="small" variant="text" color="error" onClick={() => setRemoving(row)}>{t('remove')}</Button> : null)}
      />
      {open && data && <ProviderDialog provider={open === 'new' ? null : open} organisations={data.identityProviderOrganisations} onClose={() => setOpen(undefined)} onDone={() => void refetch()} />}
      {removing && (
        <ConfirmDialog
          open danger title={t('removeTitle', { name: removing.name })} confirmLabel={t('remove')} errorText={errorText} onClose={() => setRemoving(undefined)}
          onConfirm={async () => {
            await remove({ variables: { id: removing.id, version: removing.version } });
            toast.show(t('removed'), { tone: 'success' });
            await refetch();
          }}
        >
          {t('removeHelp', { count: removing.linkedPeople })}
        </ConfirmDialog>
      )}
    </>
  );
}
