import { useCallback } from 'react';
import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { errorText, postJson } from '@gongjian/api';
import { useToast } from '@gongjian/ui';
import { currentLanguage, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { MarkAllMessagesDocument, MarkMessagesDocument } from './messages.generated.ts';
import type { MessageRowFragment } from './messages.generated.ts';
import { messages } from './messages.messages.ts';

/** More than one operation takes; then there is no way back in one click. */
const UNDOABLE = 200;

/** What one does with messages. Lists and the bell follow by the live events that each mark sends. */
export function useMessageActions() {
  const t = useMessages(messages);
  const toast = useToast();
  const navigate = useNavigate();
  const { me } = useSession();
  const [markMany] = useMutation(MarkMessagesDocument, { refetchQueries: ['UnreadMessages'] });
  const [markEach] = useMutation(MarkAllMessagesDocument, { refetchQueries: ['UnreadMessages', 'Messages'] });

  const mark = useCallback(
    async (ids: string[], read: boolean) => {
      try {
        await markMany({ variables: { input: { ids, read } }, optimisticResponse: { markMessages: ids.map((id) => ({ __typename: 'Message' as const, id, readAt: read ? new Date().toISOString() : null })) } });
      } catch (error) {
        toast.show(errorText(error), { tone: 'error' });
      }
    },
    [markMany, toast],
  );

  /** Reads it and goes where its button leads; to another seat of the reader's where it was told there. */
  const open = async (message: MessageRowFragment) => {
    const { organisation, link } = message;
    if (!message.readAt) await mark([message.id], true);
    if (!organisation || organisation.id === me.organisation?.id) return navigate(link);
    try {
      await postJson('/auth/seat', { consortiumId: me.consortium!.id, organisationId: organisation.id }, currentLanguage());
      location.assign(link);
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
    }
    return undefined;
  };

  const markAll = async (kind?: string) => {
    try {
      const { data } = await markEach({ variables: { until: new Date().toISOString(), ...(kind && { kind }) } });
      const ids = data?.markAllMessages ?? [];
      if (ids.length === 0) return void toast.show(t('allRead'));
      toast.show(t('marked', { count: ids.length }), { tone: 'success', ...(ids.length <= UNDOABLE && { undo: () => mark(ids, false) }) });
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
    }
    return undefined;
  };

  return { open, mark, markAll };
}
