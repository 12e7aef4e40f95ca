import { useState } from 'react';
import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, FilterBar, FilterSelect, PageHeader } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { UnreadMessagesDocument } from '../shell/shell.generated.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { MessageList } from './MessageList.tsx';
import { MessageKindsDocument, MessagesDocument } from './messages.generated.ts';
import { messages } from './messages.messages.ts';
import { useMessageActions } from './useMessageActions.ts';

/** All that one has been told in this consortium. */
export default function MessagesPage() {
  const t = useMessages(messages);
  const words = useMessages(common);
  const [filter, set, clear] = useUrlState({ show: 'unread', kind: '' });
  const [loadingMore, setLoadingMore] = useState(false);
  const { markAll } = useMessageActions();
  const unreadCount = useQuery(UnreadMessagesDocument).data?.unreadMessageCount;
  const kinds = useQuery(MessageKindsDocument).data?.messageKinds ?? [];
  const unread = filter.show !== 'all';
  const variables = { filter: { ...(unread && { unread }), ...(filter.kind && { kind: filter.kind }) }, first: 30 };
  const { data, previousData, error, refetch, fetchMore } = useQuery(MessagesDocument, { variables });
  const page = (data ?? previousData)?.messages;
  const clearing = <Button onClick={clear}>{words('clearFilters')}</Button>;

  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={(
          <>
            <Button href="/account/messages">{t('settings')}</Button>
            <Button variant="contained" color="primary" disabled={unreadCount === 0} onClick={() => void markAll(filter.kind || undefined)}>{t('markAll')}</Button>
          </>
        )}
      />
      <FilterBar active={filter.kind !== ''} onClear={clear}>
        <ToggleButtonGroup exclusive size="small" aria-label={t('show')} value={unread ? 'unread' : 'all'} onChange={(_, show: string | null) => show && set({ show })}>
          <ToggleButton value="unread">{t('unread')}</ToggleButton>
          <ToggleButton value="all">{words('all')}</ToggleButton>
        </ToggleButtonGroup>
        <FilterSelect
          label={t('kind')}
          value={kinds.some(({ kind }) => kind === filter.kind) ? filter.kind : ''}
          onChange={(kind) => set({ kind })}
          options={kinds.map(({ kind, name }) => ({ value: kind, label: name }))}
          width={200}
        />
      </FilterBar>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', overflow: 'hidden', maxWidth: 880 }}>
        <MessageList
          rows={page?.nodes}
          error={error && errorText(error)}
          onRetry={() => void refetch()}
          empty={filter.kind
            ? <EmptyState title={t('noMatch')} action={clearing} />
            : unread
              ? <EmptyState title={t('emptyUnread')} action={<Button onClick={() => set({ show: 'all' })}>{t('seeAll')}</Button>}>{t('emptyUnreadHelp')}</EmptyState>
              : <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>}
        />
      </Box>
      {page && page.nodes.length > 0 && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 1.5 }}>
          <Typography variant="body2" sx={{ color: 'own.faint' }}>{words('rows', { shown: page.nodes.length, total: page.totalCount })}</Typography>
          {page.pageInfo.hasNextPage && (
            <Button
              disabled={loadingMore}
              onClick={() => {
                setLoadingMore(true);
                void fetchMore({ variables: { after: page.pageInfo.endCursor } }).finally(() => setLoadingMore(false));
              }}
            >
              {words('loadMore')}
            </Button>
          )}
        </Box>
      )}
    </>
  );
}
