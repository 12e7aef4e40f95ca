import { lazy, Suspense } from 'react';
import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { addDays, EmptyState, ErrorState, mondayOf, SkeletonBlock, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { Card } from './Card.tsx';
import { Figures } from './Figures.tsx';
import { HomeLoadDocument } from './home.generated.ts';
import { home } from './home.messages.ts';
import { KindShares } from './KindShares.tsx';
import { OwnerTable } from './OwnerTable.tsx';

// The charts weigh more than the rest of the page: they come after it.
const HoursChart = lazy(() => import('./HoursChart.tsx'));
const chartHeight = 280;
const ranges = ['week', 'past', 'ahead'] as const;
type Range = (typeof ranges)[number];

/** How full the park is. */
export function ParkLoadSection() {
  const t = useMessages(home);
  const { access } = useSession();
  const [url, set] = useUrlState({ range: 'week' });
  const range: Range = ranges.find((each) => each === url.range) ?? 'week';
  const today = useToday();
  const variables = {
    week: { from: mondayOf(today), until: addDays(mondayOf(today), 7) },
    past: { from: addDays(today, -29), until: addDays(today, 1) },
    ahead: { from: today, until: addDays(today, 14) },
  }[range];

  const { data, previousData, error, refetch } = useQuery(HomeLoadDocument, { variables });
  const load = (data ?? previousData)?.parkLoad;

  if (error && !load) return <Card title={t('load')}><ErrorState dense message={errorText(error)} onRetry={() => void refetch()} /></Card>;
  if (load && load.resourceCount === 0) {
    return (
      <Card title={t('load')}>
        <EmptyState title={t('emptyTitle')} action={access.canImport && <Button href="/imports">{t('import')}</Button>}>
          {access.canImport ? t('emptyImport') : t('emptyWait')}
        </EmptyState>
      </Card>
    );
  }
  const busy = load?.byDay.some((day) => day.equipmentHours + day.venueHours + day.peopleHours > 0);

  return (
    <Box component="section" aria-labelledby="park-load">
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
        <Typography id="park-load" variant="h2" sx={{ flex: 1 }}>{t('load')}</Typography>
        <ToggleButtonGroup exclusive value={range} aria-label={t('range.label')} onChange={(_, next: Range | null) => next && set({ range: next })}>
          {ranges.map((each) => <ToggleButton key={each} value={each}>{t(`range.${each}`)}</ToggleButton>)}
        </ToggleButtonGroup>
      </Box>
      <Figures load={load} />
      <Box sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' } }}>
        <Card title={t('hours')} note={t('hoursNote')}>
          <Box sx={{ position: 'relative', height: '100%', ...(busy || !load ? { minHeight: chartHeight } : { display: 'grid', placeItems: 'center' }) }}>
            {!load && <SkeletonBlock height={chartHeight} />}
            {load && !busy && <EmptyState title={t('noHours')} />}
            {load && busy && <Suspense fallback={<SkeletonBlock height={chartHeight} />}><HoursChart days={load.byDay} /></Suspense>}
          </Box>
        </Card>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          <Card title={t('byKind')} note={t('loadNote')}><KindShares kinds={load?.byKind} /></Card>
          <Card flush title={t('owners')}><OwnerTable owners={load?.byOwner} /></Card>
        </Box>
      </Box>
    </Box>
  );
}
