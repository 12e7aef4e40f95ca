import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Box } from '@mui/material';
import { ErrorState, SkeletonLines } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { MessageItem } from './MessageItem.tsx';
import type { MessageRowFragment } from './messages.generated.ts';
import { messages } from './messages.messages.ts';
import { useMessageActions } from './useMessageActions.ts';

interface Props {
  /** Undefined while loading. */
  rows: readonly MessageRowFragment[] | undefined;
  error?: string | undefined;
  onRetry: () => void;
  empty: ReactNode;
  onOpened?: () => void;
}

/** Messages below each other. Arrow keys go from button to button, Enter does what it says. */
export function MessageList({ rows, error, onRetry, empty, onOpened }: Props) {
  const t = useMessages(messages);
  const list = useRef<HTMLUListElement>(null);
  const { open, mark } = useMessageActions();

  const roam = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-message-button]') ?? [])];
    const next = buttons[buttons.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  if (error && !rows) return <ErrorState message={error} onRetry={onRetry} />;
  if (!rows) return <Box sx={{ p: 2 }}><SkeletonLines lines={6} /></Box>;
  if (rows.length === 0) return empty;
  return (
    <Box component="ul" ref={list} aria-label={t('list')} onKeyDown={roam} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {rows.map((message) => (
        <MessageItem
          key={message.id}
          message={message}
          onOpen={() => {
            onOpened?.();
            void open(message);
          }}
          onMark={(read) => void mark([message.id], read)}
        />
      ))}
    </Box>
  );
}
