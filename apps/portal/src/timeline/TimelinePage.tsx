import { useEffect, useMemo, useState } from 'react';
import { useMediaQuery, useTheme } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { useUrlState } from '../shell/useUrlState.ts';
import { DayPage } from './DayPage.tsx';
import { DesktopTimeline } from './DesktopTimeline.tsx';
import { placeOf, urlDefaults } from './place.ts';
import { todayIn } from './texts.ts';

const MINUTE = 60_000;

/** The timeline of resources; on a phone a day at a time. */
export default function TimelinePage() {
  const format = useFormat();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('sm'), { noSsr: true });
  const [url, set] = useUrlState(urlDefaults);
  const now = useNow();
  const today = todayIn(now, format.timeZone);
  const place = useMemo(() => placeOf(url, today), [url, today]);
  return narrow ? <DayPage place={{ ...place, view: 'day', firstDay: place.day }} url={url} set={set} now={now} /> : <DesktopTimeline place={place} url={url} set={set} now={now} />;
}

/** The time, minute by minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
