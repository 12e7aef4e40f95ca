import { Box, Button, IconButton, Tooltip, Typography } from '@mui/material';
import ReadIcon from '@mui/icons-material/MarkEmailReadOutlined';
import UnreadIcon from '@mui/icons-material/MarkEmailUnreadOutlined';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import type { MessageRowFragment } from './messages.generated.ts';
import { messages } from './messages.messages.ts';

interface Props {
  message: MessageRowFragment;
  onOpen: () => void;
  onMark: (read: boolean) => void;
}

/** What happened, why one is told, when, and the one button. */
export function MessageItem({ message, onOpen, onMark }: Props) {
  const t = useMessages(messages);
  const format = useFormat();
  const { me } = useSession();
  const { what, more, why, button, readAt, createdAt, organisation } = message;
  const unread = !readAt;
  const label = unread ? t('markRead') : t('markUnread');
  return (
    <Box
      component="li"
      sx={{ display: 'grid', gridTemplateColumns: '8px 1fr auto', columnGap: 1.25, py: 1.5, px: 1.5, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 }, '&:hover': { bgcolor: 'own.surface.hover' } }}
    >
      <Box sx={{ pt: '7px' }}>
        {unread && <Box role="img" aria-label={t('isUnread')} sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: 'primary.main' }} />}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: unread ? 600 : 400, overflowWrap: 'anywhere' }}>{what}</Typography>
        {more && <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{more}</Typography>}
        <Typography component="p" sx={{ mt: 0.25, fontSize: 12, color: 'own.faint' }}>
          {why}
          {' · '}
          <time dateTime={createdAt} title={format.dateTime(createdAt)}>{format.ago(createdAt)}</time>
          {organisation && organisation.id !== me.organisation?.id && ` · ${t('forSeat', { organisation: organisation.shortName })}`}
        </Typography>
        <Button data-message-button size="small" sx={{ mt: 1 }} onClick={onOpen}>{button}</Button>
      </Box>
      <Tooltip title={label}>
        <IconButton size="small" aria-label={`${label}${format.language === 'en' ? ': ' : '：'}${what}`} onClick={() => onMark(unread)} sx={{ alignSelf: 'start', color: 'text.secondary' }}>
          {unread ? <ReadIcon /> : <UnreadIcon />}
        </IconButton>
      </Tooltip>
    </Box>
  );
}
