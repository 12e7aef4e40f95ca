import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { MessageList } from './MessageList.tsx';
import { MessagesDocument } from './messages.generated.ts';
import { messages } from './messages.messages.ts';
import { useMessageActions } from './useMessageActions.ts';

/** Below the bell: the unread ones, and the way to all. */
export default function MessagePanel({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages);
  const { markAll } = useMessageActions();
  const { data, error, refetch } = useQuery(MessagesDocument, { variables: { filter: { unread: true }, first: 10 } });
  const rows = data?.messages.nodes;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 2, pr: 1, py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
        <Typography component="h2" sx={{ flex: 1, fontSize: 16, fontWeight: 600 }}>{t('title')}</Typography>
        {Boolean(rows?.length) && <Button size="small" variant="text" onClick={() => void markAll()}>{t('markAll')}</Button>}
      </Box>
      <Box sx={{ overflowY: 'auto', minHeight: 120 }}>
        <MessageList
          rows={rows}
          error={error && errorText(error)}
          onRetry={() => void refetch()}
          onOpened={onClose}
          empty={<EmptyState dense title={t('emptyUnread')}>{t('emptyUnreadHelp')}</EmptyState>}
        />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, px: 1, py: 0.75, borderTop: 1, borderColor: 'divider' }}>
        <Button size="small" variant="text" href="/messages" onClick={onClose}>{t('seeAll')}</Button>
        <Button size="small" variant="text" href="/account/messages" onClick={onClose}>{t('settings')}</Button>
      </Box>
    </>
  );
}
