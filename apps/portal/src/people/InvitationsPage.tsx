import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import InviteIcon from '@mui/icons-material/ForwardToInboxOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { InvitationState } from '@gongjian/api/schema.types.ts';
import { ConfirmDialog, DataTable, EmptyState, FilterBar, FilterSelect, PageHeader, StatusChip, useFormat, useToast } from '@gongjian/ui';
import type { Column, StatusTone } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { InviteDialog } from './InviteDialog.tsx';
import { InvitationsDocument, ResendInvitationDocument, WithdrawInvitationDocument } from './invitations.generated.ts';
import type { InvitationRowFragment } from './invitations.generated.ts';
import { invitations } from './invitations.messages.ts';

const STATES: readonly InvitationState[] = ['OPEN', 'EXPIRED', 'ACCEPTED', 'WITHDRAWN'];
const TONES: Record<InvitationState, StatusTone> = { OPEN: 'pending', EXPIRED: 'danger', ACCEPTED: 'success', WITHDRAWN: 'draft' };

/** Who was asked to come in and has not answered, or has; what can be sent again or withdrawn. */
export default function InvitationsPage() {
  const t = useMessages(invitations);
  const words = useMessages(common);
  const { me } = useSession();
  const [filter, set, clear, active] = useUrlState({ state: '' });
  const [inviting, setInviting] = useState(false);
  const [withdrawing, setWithdrawing] = useState<InvitationRowFragment>();
  const [loadingMore, setLoadingMore] = useState(false);
  const state = STATES.find((each) => each === filter.state);
  const { data, previousData, error, refetch, fetchMore } = useQuery(InvitationsDocument, { variables: { filter: state ? { state } : {}, first: 50 } });
  const page = (data ?? previousData)?.invitations;
  const columns = useColumns();
  const invite = me.viewerCanInvite && (
    <>
      <Button href="/people/invitations/list">{t('inviteList')}</Button>
      <Button variant="contained" color="primary" startIcon={<InviteIcon />} onClick={() => setInviting(true)}>{t('invite')}</Button>
    </>
  );

  return (
    <>
      <PageHeader title={t('title')} description={page && t('count', { count: page.totalCount })} actions={invite} />
      <FilterBar active={active} onClear={clear}>
        <FilterSelect<InvitationState> label={t('state.all')} value={state ?? ''} onChange={(value) => set({ state: value })} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} width={170} />
      </FilterBar>
      <DataTable
        label={t('list')}
        columns={columns}
        rows={page?.nodes}
        rowKey={(row) => row.id}
        error={error && errorText(error)}
        onRetry={() => void refetch()}
        empty={active
          ? <EmptyState title={t('noMatch')} action={<Button onClick={clear}>{words('clearFilters')}</Button>} />
          : <EmptyState title={t('emptyTitle')} action={<Button href="/people">{t('toPeople')}</Button>}>{t('emptyHelp')}</EmptyState>}
        totalCount={page?.totalCount}
        hasMore={page?.pageInfo.hasNextPage ?? false}
        loadingMore={loadingMore}
        onLoadMore={() => {
          setLoadingMore(true);
          void fetchMore({ variables: { after: page?.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
        }}
        actions={(row) => <RowActions row={row} onWithdraw={() => setWithdrawing(row)} onDone={() => void refetch()} />}
      />
      {inviting && <InviteDialog onClose={() => setInviting(false)} onDone={() => void refetch()} />}
      {withdrawing && <WithdrawDialog row={withdrawing} onClose={() => setWithdrawing(undefined)} onDone={() => void refetch()} />}
    </>
  );
}

function useColumns(): Column<InvitationRowFragment>[] {
  const t = useMessages(invitations);
  const words = useMessages(common);
  const format = useFormat();
  const small = (text: string) => <Typography component="span" variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{text}</Typography>;
  const term = ({ since, until }: InvitationRowFragment) => [since && t('term', { since: format.day(since) }), until && t('termUntil', { until: format.day(until) })].filter(Boolean).join(format.language === 'en' ? ', ' : '，');
  const fate = (row: InvitationRowFragment) => {
    if (row.state === 'ACCEPTED') return t('acceptedBy', { name: row.person?.name ?? row.name, time: format.dateTime(row.acceptedAt!) });
    if (row.state === 'EXPIRED') return t('expiredAt', { time: format.dateTime(row.expiresAt) });
    if (row.state !== 'OPEN') return '';
    return row.mail === 'FAILED' || row.mail === 'WAITING' ? t(`mail.${row.mail}`) : t('goodUntil', { time: format.dateTime(row.expiresAt) });
  };
  return [
    { key: 'name', header: t('invitee'), width: '26%', cell: (row) => <>{row.name}{small(row.email)}</> },
    {
      key: 'roles',
      header: t('roles'),
      cell: (row) => (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>{row.roles.map((role) => <StatusChip key={role} tone="maintenance" pattern="solid">{words(`role.${role}`)}</StatusChip>)}</Box>
          {small([row.organisation.name, term(row)].filter(Boolean).join(' · '))}
        </>
      ),
    },
    { key: 'state', header: t('state'), cell: (row) => <><StatusChip tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusChip>{small(fate(row))}</> },
    { key: 'sent', header: t('send'), wideOnly: true, cell: (row) => t('sentBy', { name: row.invitedBy?.name ?? '—', time: format.dateTime(row.sentAt) }) },
  ];
}

function RowActions({ row, onWithdraw, onDone }: { row: InvitationRowFragment; onWithdraw: () => void; onDone: () => void }) {
  const t = useMessages(invitations);
  const toast = useToast();
  const [resend, { loading }] = useMutation(ResendInvitationDocument);
  const again = async () => {
    try {
      await resend({ variables: { id: row.id } });
      toast.show(t('resent', { name: row.name }), { tone: 'success' });
      onDone();
    } catch (failure) {
      toast.show(errorText(failure), { tone: 'error' });
    }
  };
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
      {row.viewerCanResend && <Button variant="text" size="small" loading={loading} onClick={() => void again()} aria-label={t('resendNamed', { name: row.name })}>{t('resend')}</Button>}
      {row.viewerCanWithdraw && <Button variant="text" size="small" sx={{ color: 'error.main' }} onClick={onWithdraw} aria-label={t('withdrawNamed', { name: row.name })}>{t('withdraw')}</Button>}
    </Box>
  );
}

function WithdrawDialog({ row, onClose, onDone }: { row: InvitationRowFragment; onClose: () => void; onDone: () => void }) {
  const t = useMessages(invitations);
  const toast = useToast();
  const [withdraw] = useMutation(WithdrawInvitationDocument);
  return (
    <ConfirmDialog
      open danger title={t('withdrawTitle', { name: row.name })} confirmLabel={t('withdraw')} errorText={errorText} onClose={onClose}
      onConfirm={async () => {
        await withdraw({ variables: { id: row.id } });
        toast.show(t('withdrawn'), { tone: 'success' });
        onDone();
      }}
    >
      <Typography variant="body2">{t('withdrawHelp')}</Typography>
    </ConfirmDialog>
  );
}
