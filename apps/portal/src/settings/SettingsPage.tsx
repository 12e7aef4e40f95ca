import { Box, Button } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonPage } from '@gongjian/ui';
import MissingYearsNotice from '../calendar/MissingYears.tsx';
import { Card } from '../home/Card.tsx';
import { common, useMessages } from '../i18n/index.ts';
import { LogoCard } from './LogoCard.tsx';
import { ConsortiumSetupDocument } from './settings.generated.ts';
import { settingsTexts } from './settings.messages.ts';
import { SettingsFields } from './SettingsFields.tsx';

/** How the consortium is set up, for those who administer it. */
export default function SettingsPage() {
  const t = useMessages(settingsTexts);
  const words = useMessages(common);
  const { data, error, refetch } = useQuery(ConsortiumSetupDocument);
  const consortium = data?.consortium;

  if (error && !consortium) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage />;
  if (!consortium?.settings?.viewerCanUpdate) {
    return <EmptyState title={t('noRight')} action={<Button href="/">{words('goHome')}</Button>}>{t('noRightHelp')}</EmptyState>;
  }
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <MissingYearsNotice />
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' } }}>
        <SettingsFields consortium={consortium} onReload={async () => (await refetch()).data?.consortium ?? undefined} />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <LogoCard consortium={consortium} />
          <Card title={t('calendars')}>
            <Box sx={{ fontSize: 13, color: 'own.faint', mb: 1.5 }}>{t('calendarsHelp')}</Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <Button size="small" href="/calendar?owner=consortium">{t('openCalendar')}</Button>
              <Button size="small" href="/holidays">{t('openHolidays')}</Button>
            </Box>
          </Card>
        </Box>
      </Box>
    </>
  );
}
