import { useQuery } from '@apollo/client/react';
import { useMessages } from '../i18n/index.ts';
import { PanelLine } from '../shell/PanelLine.tsx';
import { OpenInvitationsDocument } from './invitations.generated.ts';
import { invitations } from './invitations.messages.ts';

/** Above the people who are here: how many were asked and have not come yet. */
export function InvitationsPanel() {
  const t = useMessages(invitations);
  const { data } = useQuery(OpenInvitationsDocument);
  const count = data?.invitations.totalCount ?? 0;
  if (count === 0) return null;
  return <PanelLine label={t('title')} text={t('waiting', { count })} href="/people/invitations" button={t('seeAll')} />;
}
