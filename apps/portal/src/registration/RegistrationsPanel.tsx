import { useQuery } from '@apollo/client/react';
import { useMessages } from '../i18n/index.ts';
import { PanelLine } from '../shell/PanelLine.tsx';
import { WaitingRegistrationsDocument } from './registrations.generated.ts';
import { registrations } from './registrations.messages.ts';

/** Above the people who are here: how many ask to come in, and the way to let them ask. */
export function RegistrationsPanel() {
  const t = useMessages(registrations);
  const { data } = useQuery(WaitingRegistrationsDocument);
  if (!data) return null;
  const count = data.registrations.totalCount;
  const text = count > 0 ? t('waiting', { count }) : t(data.selfRegistration?.on ? 'panelOn' : 'panelOff');
  return <PanelLine label={t('title')} text={text} href="/people/registrations" button={t(count > 0 ? 'see' : 'setUp')} />;
}
