import { lazy, Suspense } from 'react';
import { Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { PageHeader, SkeletonPage, useFormat, useToday } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { BookingsCard } from './BookingsCard.tsx';
import { home } from './home.messages.ts';
import { ParkLoadSection } from './ParkLoadSection.tsx';

const OperatorHome = lazy(() => import('./OperatorHome.tsx'));
const MissingYearsNotice = lazy(() => import('../calendar/MissingYears.tsx'));
const NoticeBanner = lazy(() => import('../privacy/NoticeBanner.tsx'));
const AdministratorHome = lazy(() => import('./AdministratorHome.tsx'));

/** What waits for me first, then how full the park is. */
export default function HomePage() {
  const t = useMessages(home);
  const format = useFormat();
  const today = useToday();
  const { me, access } = useSession();

  if (!me.consortium) return <Suspense fallback={<SkeletonPage />}><OperatorHome /></Suspense>;
  if (!me.viewerSharesContent) return <Suspense fallback={<SkeletonPage />}><NoticeBanner /><AdministratorHome /></Suspense>;
  return (
    <>
      <Suspense fallback={null}><NoticeBanner /></Suspense>
      <PageHeader
        title={t('title')}
        description={`${format.dayAndWeekday(today)} · ${me.consortium.name}`}
        actions={access.canBook && (
          <Button variant="contained" color="primary" startIcon={<AddIcon />} href="/timeline">{t('book')}</Button>
        )}
      />
      {(me.consortium.settings?.viewerCanUpdate || me.roles.includes('SECRETARY')) && <Suspense fallback={null}><MissingYearsNotice /></Suspense>}
      <Box sx={{ display: 'grid', gap: 2, mb: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: access.canApprove ? 'repeat(2, minmax(0, 1fr))' : 'minmax(0, 1fr)' } }}>
        {access.canApprove && <BookingsCard which="waiting" />}
        <BookingsCard which="mine" />
      </Box>
      <ParkLoadSection />
    </>
  );
}
