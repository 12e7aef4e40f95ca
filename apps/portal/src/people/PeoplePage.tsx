import { useState } from 'react';
import { Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/PersonAddAltOutlined';
import InviteIcon from '@mui/icons-material/ForwardToInboxOutlined';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { Role } from '@gongjian/api/schema.types.ts';
import { DataTable, EmptyState, FilterBar, FilterSelect, PageHeader, SearchInput, StatusChip, useFormat } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useArrival } from '../search/useArrival.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { AddAccountDialog } from './AddAccountDialog.tsx';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { InvitationsPanel } from './InvitationsPanel.tsx';
import { invitations } from './invitations.messages.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { PeopleDocument } from './people.generated.ts';
import type { PersonRowFragment } from './people.generated.ts';
import { people } from './people.messages.ts';
import { roles } from './roles.ts';
import { RegistrationsPanel } from '../registration/RegistrationsPanel.tsx';
import { SeparationPanel } from './SeparationPanel.tsx';

const defaults = { search: '', role: '', state: '' };
type State = 'suspended' | 'former';

export default function PeoplePage() {
  const t = useMessages(people);
  const inviting = useMessages(invitations);
  const words = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const [filter, set, clear, active] = useUrlState(defaults);
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState(false);
  useArrival('new', () => setAdding(true));
  const [loadingMore, setLoadingMore] = useState(false);

  const role = roles.find((each) => each === filter.role);
  const variables = { filter: { ...(filter.search && { search: filter.search }), ...(role && { role }), ...(filter.state === 'former' && { former: true }), ...(filter.state === 'suspended' && { suspended: true }) }, first: 50 };
  const { data, previousData, error, refetch, fetchMore } = useQuery(PeopleDocument, { variables });
  const page = (data ?? previousData)?.people;

  const columns: Column<PersonRowFragment>[] = [
    { key: 'name', header: t('name'), cell: (row) => row.name, width: '20%' },
    {
      key: 'organisations',
      header: t('organisations'),
      width: '35%',
      cell: (row) => format.list([...new Set(row.roleGrants.map((grant) => grant.organisation.name))]),
    },
    {
      key: 'roles',
      header: t('roles'),
      cell: (row) => (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          {row.suspension && <StatusChip tone="danger">{t('suspended')}</StatusChip>}
          {[...new Set(row.roleGrants.map((grant) => grant.role))].map((each) => (
            <StatusChip key={each} tone="maintenance" pattern="solid">{words(`role.${each}`)}</StatusChip>
          ))}
        </Box>
      ),
    },
  ];

  // Whoever opens accounts and gives no roles opens them alone.
  const alone = me.viewerCanAddAccount && !me.viewerCanGrant;
  const add = (me.viewerCanAddPerson || me.viewerCanAddAccount || me.viewerCanGrant) && (
    <Button {...(!me.viewerCanInvite && { variant: 'contained', color: 'primary' })} startIcon={<AddIcon />} onClick={() => setAdding(true)}>{t(alone ? 'addAccount' : 'add')}</Button>
  );
  const invite = me.viewerCanInvite && <Button variant="contained" color="primary" startIcon={<InviteIcon />} onClick={() => setAsking(true)}>{inviting('invite')}</Button>;

  return (
    <>
      <PageHeader title={t('title')} description={page && !active && t('count', { count: page.totalCount })} actions={<>{add}{invite}</>} />
      <SeparationPanel />
      {me.viewerCanManagePeople && <InvitationsPanel />}
      {me.viewerKeepsRegistrations && <RegistrationsPanel />}
      <FilterBar active={active} onClear={clear}>
        <SearchInput value={filter.search} onChange={(search) => set({ search })} placeholder={t('search')} />
        <FilterSelect<Role>
          label={t('allRoles')}
          value={role ?? ''}
          onChange={(value) => set({ role: value })}
          options={roles.map((value) => ({ value, label: words(`role.${value}`) }))}
          width={180}
        />
        <FilterSelect<State>
          label={t('state.all')}
          value={filter.state === 'former' || filter.state === 'suspended' ? filter.state : ''}
          onChange={(state) => set({ state })}
          options={(['suspended', 'former'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
          width={150}
        />
      </FilterBar>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        href={(row) => `/people/${row.id}`}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={active
          ? <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{words('clearFilters')}</Button>}>{t('noMatchHelp')}</EmptyState>
          : <EmptyState title={t('emptyTitle')} action={add}>{t('emptyHelp')}</EmptyState>}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loadingMore}
        onLoadMore={() => {
          setLoadingMore(true);
          void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
        }}
      />
      {asking && <InviteDialog onClose={() => setAsking(false)} onDone={() => undefined} />}
      {adding && alone && <AddAccountDialog onClose={() => setAdding(false)} onAdded={() => void refetch()} />}
      {adding && !alone && <AddPersonDialog onClose={() => setAdding(false)} onAdded={() => void refetch()} />}
    </>
  );
}
