import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { createFormat, ErrorState, FormatProvider, useToast } from '@gongjian/ui';
import type { Language } from '@gongjian/ui';
import { errorCode, errorText, startLive } from '@gongjian/api';
import { changeLanguage, hasChosenLanguage, useLanguage } from '../i18n/index.ts';
import { client } from './client.ts';
import { readEverythingAgain } from './memory.ts';
import { AccessDocument, MeDocument } from './session.generated.ts';
import { SessionContext } from './SessionContext.tsx';
import type { Access } from './SessionContext.tsx';

const nothing: Access = {
  canBook: false, canImport: false, canCreateResource: false, canApprove: false, canBlock: false,
  canSeeAllBookings: false, canExport: false, canSeeSharedData: false, bookForOrganisationIds: [], importForOrganisationIds: [],
};

/** Reads who is signed in, once; everything below may use `useSession` and `useFormat`. */
export function SessionProvider({ children, loading }: { children: ReactNode; loading: ReactNode }) {
  const language = useLanguage();
  const who = useQuery(MeDocument);
  const may = useQuery(AccessDocument);
  const [live, setLive] = useState(true);
  const me = who.data?.me;
  const timeZone = me?.consortium?.timeZone ?? 'Asia/Shanghai';
  const format = useMemo(() => createFormat(language, timeZone), [language, timeZone]);

  // A platform operator sits in no consortium and has nothing to schedule.
  const access = may.data?.schedulingAccess ?? (me && !me.consortium ? nothing : undefined);
  const session = useMemo(
    () => me && access && { me, access, live, refresh: () => Promise.all([who.refetch(), may.refetch()]) },
    [me, access, live, who, may],
  );

  // Another seat is another session for the server: the line of events starts anew. Operators sit in none.
  const seat = me?.consortium && `${me.person.id} ${me.consortium?.id} ${me.organisation?.id}`;
  useEffect(() => (seat ? startLive(client, setLive) : undefined), [seat]);
  const { dropUndo } = useToast();
  useEffect(() => (seat ? dropUndo : undefined), [seat, dropUndo]);

  // The consortium says which languages there are, and which one is for those who have not chosen.
  const settings = me?.consortium?.settings;
  const wanted = settings && (!settings.languages.includes(language) || !hasChosenLanguage()) ? (settings.defaultLanguage as Language) : language;
  useEffect(() => {
    if (wanted === language) return;
    changeLanguage(wanted, false);
    readEverythingAgain();
  }, [wanted, language]);

  const error = who.error ?? (me?.consortium ? may.error : undefined);
  if (session) {
    return (
      <SessionContext.Provider value={session}>
        <FormatProvider value={format}>{children}</FormatProvider>
      </SessionContext.Provider>
    );
  }
  if (error && errorCode(error) !== 'UNAUTHENTICATED') {
    return <ErrorState message={errorText(error)} onRetry={() => void Promise.allSettled([who.refetch(), may.refetch()])} />;
  }
  return loading;
}
