import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Badge, Box, IconButton, Popover, Tooltip } from '@mui/material';
import BellIcon from '@mui/icons-material/NotificationsOutlined';
import { useQuery } from '@apollo/client/react';
import { readAloud, SkeletonBlock } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { UnreadMessagesDocument } from './shell.generated.ts';
import { shell } from './shell.messages.ts';

const MessagePanel = lazy(() => import('../messages/MessagePanel.tsx'));

/** How many messages wait, live; the messages themselves below it. */
export function MessageBell() {
  const t = useMessages(shell);
  const { me } = useSession();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const count = useQuery(UnreadMessagesDocument, { skip: !me.consortium }).data?.unreadMessageCount;
  const news = useNews(count);
  if (!me.consortium) return null;
  const label = count ? t('messagesUnread', { number: count > 99 ? '99+' : count }) : t('messages');

  return (
    <>
      <Tooltip title={label}>
        <IconButton aria-label={label} aria-haspopup="dialog" aria-expanded={Boolean(anchor)} onClick={(event) => setAnchor(event.currentTarget)} sx={{ color: 'text.secondary' }}>
          <Badge badgeContent={count || null} max={99} color="primary" slotProps={{ badge: { 'aria-hidden': true, sx: { height: 16, minWidth: 16, px: 0.5, fontSize: 11 } } }}>
            <BellIcon />
          </Badge>
        </IconButton>
      </Tooltip>
      <Box role="status" sx={readAloud}>{news && t('messagesNew')}</Box>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('messages'), sx: { width: 420, maxWidth: 'calc(100vw - 16px)', maxHeight: 'min(640px, calc(100dvh - 72px))', display: 'flex', flexDirection: 'column' } } }}
      >
        <Suspense fallback={<Box sx={{ p: 2 }}><SkeletonBlock height={160} /></Box>}>
          <MessagePanel onClose={() => setAnchor(null)} />
        </Suspense>
      </Popover>
    </>
  );
}

/** True for a while after the number has grown: a screen reader says it, a sighted person sees the number. */
function useNews(count: number | undefined): boolean {
  const before = useRef(count);
  const [news, setNews] = useState(false);
  useEffect(() => {
    const grown = before.current !== undefined && count !== undefined && count > before.current;
    before.current = count;
    if (!grown) return;
    setNews(true);
    const timer = setTimeout(() => setNews(false), 5000);
    return () => clearTimeout(timer);
  }, [count]);
  return news;
}
