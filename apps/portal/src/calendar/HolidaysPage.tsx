import { Box, Link, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ErrorState, PageHeader, SkeletonBlock, useFormat, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Card } from '../home/Card.tsx';
import { CalendarRightsDocument, HolidayYearsDocument } from './calendar.generated.ts';
import { calendarTexts } from './calendar.messages.ts';
import { HolidayImport } from './HolidayImport.tsx';
import { HolidayTable } from './HolidayTable.tsx';
import { MissingYears } from './MissingYears.tsx';

/** The holidays of each year with their source; operators import the next one here. */
export default function HolidaysPage() {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  const today = useToday();
  const rights = useQuery(CalendarRightsDocument).data?.calendarAccess;
  const { data, error, refetch } = useQuery(HolidayYearsDocument);
  const years = data?.holidayYears;
  const next = Math.max(Number(today.slice(0, 4)), ...(years ?? []).map(({ year }) => year)) + 1;

  return (
    <>
      <PageHeader title={t('holidays')} description={t('holidaysDescription')} />
      <MissingYears years={data?.missingHolidayYears ?? []} here />
      {error && !years && <ErrorState message={errorText(error)} onRetry={() => void refetch()} />}
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}>
        {rights?.canImportHolidays && years && (
          <Box sx={{ gridColumn: '1 / -1' }}><HolidayImport firstYear={data?.missingHolidayYears[0] ?? next} onImported={() => void refetch()} /></Box>
        )}
        {!years && !error && [0, 1].map((each) => <SkeletonBlock key={each} height={320} />)}
        {years?.map((year) => (
          <Card key={year.year} title={String(year.year)} note={year.shipped ? t('shipped') : year.importedAt && t('importedAt', { time: format.date(year.importedAt) })}>
            <HolidayTable days={year.days} label={String(year.year)} />
            <Typography sx={{ mt: 1.5, fontSize: 13, color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {t('source')}{' '}
              <Link href={year.address} target="_blank" rel="noreferrer" aria-label={`${t('official')} ${year.notice}`}>{year.notice}</Link>
            </Typography>
          </Card>
        ))}
      </Box>
    </>
  );
}
