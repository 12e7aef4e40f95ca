import { Alert, Button } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { calendarTexts } from './calendar.messages.ts';
import { MissingHolidayYearsDocument } from './missing.generated.ts';

/** That a year's holidays are missing, for those who can do something about it. `here`: on the page where it is done. */
export function MissingYears({ years, here }: { years: readonly number[]; here?: boolean }) {
  const t = useMessages(calendarTexts);
  const { me } = useSession();
  return years.map((year) => (
    <Alert
      key={year}
      severity="warning"
      sx={{ mb: 2 }}
      action={!here && <Button size="small" href="/holidays">{t(me.consortium ? 'missingSee' : 'missingGo')}</Button>}
    >
      {t('missingYear', { year })}{me.consortium && t('missingAsk')}
    </Alert>
  ));
}

/** The same, asked for by itself: for pages about something else. */
export default function MissingYearsNotice() {
  const { data } = useQuery(MissingHolidayYearsDocument);
  return <MissingYears years={data?.missingHolidayYears ?? []} />;
}
