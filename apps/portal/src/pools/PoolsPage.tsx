import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ConfirmDialog, DataTable, EmptyState, PageHeader, useFormat, useToast } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { PoolDialog } from './PoolDialog.tsx';
import { PoolsDocument, RemovePoolDocument } from './pools.generated.ts';
import type { PoolRowFragment } from './pools.generated.ts';
import { timesOf } from '../shell/timesOf.ts';
import { pools } from './pools.messages.ts';

/** How many names of a pool's content a row shows. */
const SHOWN = 4;

/** What owners have put together to be shared. */
export default function PoolsPage() {
  const t = useMessages(pools);
  const { me } = useSession();
  const [editing, setEditing] = useState<PoolRowFragment | 'new'>();
  const [removing, setRemoving] = useState<PoolRowFragment>();
  const { data, previousData, error, refetch } = useQuery(PoolsDocument);
  const rows = (data ?? previousData)?.pools;
  const columns = useColumns();
  const keeps = me.roles.includes('ORGANISATION_ADMINISTRATOR') || me.roles.includes('RESOURCE_KEEPER');
  const create = keeps && <Button variant="contained" color="primary" startIcon={<AddIcon />} onClick={() => setEditing('new')}>{t('create')}</Button>;
  return (
    <>
      <PageHeader title={t('title')} description={rows && t('count', { count: rows.length })} actions={create} />
      <Typography variant="body2" sx={{ color: 'own.faint', mb: 2 }}>{t('help')}</Typography>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={<EmptyState title={t('emptyTitle')} action={create}>{t('emptyHelp')}</EmptyState>}
        actions={(row) => row.viewerCanUpdate && (
          <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
            <Button variant="text" size="small" onClick={() => setEditing(row)} aria-label={t('editNamed', { name: row.name })}>{t('edit')}</Button>
            <Button variant="text" size="small" sx={{ color: 'error.main' }} onClick={() => setRemoving(row)} aria-label={t('removeNamed', { name: row.name })}>{t('remove')}</Button>
          </Box>
        )}
      />
      {editing && <PoolDialog {...(editing !== 'new' && { pool: editing })} onClose={() => setEditing(undefined)} onDone={() => void refetch()} />}
      {removing && <RemoveDialog pool={removing} onClose={() => setRemoving(undefined)} onDone={() => void refetch()} />}
    </>
  );
}

function useColumns(): Column<PoolRowFragment>[] {
  const t = useMessages(pools);
  const format = useFormat();
  const small = (text: string) => <Typography component="span" variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{text}</Typography>;
  const names = ({ resources }: PoolRowFragment) => {
    const all = timesOf(resources.map(({ name }) => name));
    return all.length > SHOWN ? t('more', { names: format.list(all.slice(0, SHOWN)), count: resources.length }) : format.list(all);
  };
  return [
    { key: 'name', header: t('name'), width: '30%', cell: (row) => <>{row.name}{row.note && small(row.note)}</> },
    { key: 'owner', header: t('owner'), cell: (row) => row.owner.name },
    { key: 'size', header: t('size'), cell: (row) => <>{t('sizeOf', { count: row.size })}{small(names(row))}</> },
  ];
}

function RemoveDialog({ pool, onClose, onDone }: { pool: PoolRowFragment; onClose: () => void; onDone: () => void }) {
  const t = useMessages(pools);
  const toast = useToast();
  const [remove] = useMutation(RemovePoolDocument);
  return (
    <ConfirmDialog
      open danger title={t('removeNamed', { name: pool.name })} confirmLabel={t('remove')} errorText={errorText} onClose={onClose}
      onConfirm={async () => {
        await remove({ variables: { id: pool.id, version: pool.version } });
        toast.show(t('removed'), { tone: 'success' });
        onDone();
      }}
    >
      <Typography variant="body2">{t('removeHelp')}</Typography>
    </ConfirmDialog>
  );
}
