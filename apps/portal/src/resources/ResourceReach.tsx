import { Box, Link, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { StatusChip, useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { resources } from './resources.messages.ts';
import { ResourceReachDocument } from './resources.generated.ts';

/** For the owner: who can reach a thing, through which clause, and what they did with it. */
export function ResourceReach({ resourceId }: { resourceId: string }) {
  const t = useMessages(resources);
  const format = useFormat();
  const { data, error } = useQuery(ResourceReachDocument, { variables: { resourceId } });
  return (
    <Panel title={t('section.reach')}>
      {error && !data ? <Typography variant="body2" color="error">{errorText(error)}</Typography> : !data ? <Skeleton variant="rounded" height={56} /> : data.resourceReach.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'own.faint' }}>{t('reachNone')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {data.resourceReach.map(({ grant, bookings, minutes }) => (
            <Box component="li" key={grant.id} sx={{ py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
              <Typography sx={{ fontSize: 14, overflowWrap: 'anywhere' }}>{grant.forConsortium ? t('reachWhole', { name: grant.taker.shortName }) : grant.taker.name} {!grant.inForce && <StatusChip tone="maintenance">{t('reachOver')}</StatusChip>}</Typography>
              <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>
                {grant.clause && <Link href={`/agreements/${grant.clause.agreement.id}`}>{t('reachLine', { agreement: grant.clause.agreement.number, number: grant.clause.number, day: format.lastDay(grant.validUntil) })}</Link>}
              </Typography>
              <Typography variant="caption" sx={{ display: 'block', color: 'own.faint' }}>{bookings > 0 ? t('reachUsed', { count: bookings, length: format.minutes(minutes) }) : t('reachUnused')}</Typography>
            </Box>
          ))}
        </Box>
      )}
    </Panel>
  );
}
