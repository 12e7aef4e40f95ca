import { useMemo, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { Box, Button, Link } from '@mui/material';
import { errorText } from '@gongjian/api';
import { addDays, ConfirmDialog, dayOf, ErrorState, instantOf, SkeletonLines, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { resources } from './resources.messages.ts';
import { UnblockResourceDocument, ResourceAllocationsDocument } from './resources.generated.ts';
import type { ComingAllocationFragment } from './resources.generated.ts';

const DAYS_AHEAD = 30;
const SHOWN = 8;

/** What takes the resource in the next weeks, as far as the viewer may know. */
export function ComingAllocations({ resourceId }: { resourceId: string }) {
  const t = useMessages(resources);
  const format = useFormat();
  const toast = useToast();
  const [now] = useState(() => new Date());
  const variables = useMemo(() => {
    const today = dayOf(now, format.timeZone);
    return {
      resourceIds: [resourceId],
      from: instantOf(today, 0, format.timeZone).toISOString(),
      until: instantOf(addDays(today, DAYS_AHEAD), 0, format.timeZone).toISOString(),
    };
  }, [resourceId, now, format.timeZone]);
  const { data, error, refetch } = useQuery(ResourceAllocationsDocument, { variables });
  const [ending, setEnding] = useState<ComingAllocationFragment>();
  const [end] = useMutation(UnblockResourceDocument, { refetchQueries: [ResourceAllocationsDocument], awaitRefetchQueries: true });

  const coming = data?.allocations
    .filter((each) => each.state !== 'RELEASED' && each.endsAt > now.toISOString())
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));

  return (
    <Panel
      title={t('section.coming')}
      action={Boolean(coming?.length) && <Button size="small" variant="text" color="primary" href={`/bookings?resourceId=${resourceId}`}>{t('comingAll')}</Button>}
    >
      {error && !data && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!coming && !error && <SkeletonLines lines={4} height={28} />}
      {coming?.length === 0 && <Box sx={{ color: 'own.faint', fontSize: 13 }}>{t('comingNone')}</Box>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {coming?.slice(0, SHOWN).map((each) => (
          <ComingItem key={each.id} allocation={each} onEnd={() => setEnding(each)} />
        ))}
      </Box>
      <ConfirmDialog
        open={Boolean(ending)}
        title={t('endBlockTitle')}
        confirmLabel={t('endBlock')}
        cancelLabel={t('keep')}
        errorText={errorText}
        onConfirm={async () => {
          if (!ending?.maintenance) return;
          await end({ variables: { id: ending.maintenance.id, version: ending.maintenance.version } });
          toast.show(t('endedBlock'), { tone: 'success' });
        }}
        onClose={() => setEnding(undefined)}
      >
        {ending && t('endBlockHelp', { when: format.range(ending.startsAt, ending.endsAt) })}
      </ConfirmDialog>
    </Panel>
  );
}

function ComingItem({ allocation, onEnd }: { allocation: ComingAllocationFragment; onEnd: () => void }) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const format = useFormat();
  const { booking, maintenance, state } = allocation;
  const tone = state === 'MAINTENANCE' ? 'maintenance' : state === 'PENDING' ? 'pending' : 'confirmed';
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontSize: 13, color: 'text.secondary' }}>
        <span>{format.range(allocation.startsAt, allocation.endsAt)}</span>
        <StatusChip tone={tone}>{c(`allocationState.${state}`)}</StatusChip>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1, minHeight: 24 }}>
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          {booking && <Link href={`/bookings/${booking.id}`}>{booking.title}</Link>}
          {booking && <Box component="span" sx={{ color: 'own.faint', fontSize: 13 }}> · {booking.organisation.shortName}</Box>}
          {maintenance?.reason}
          {!booking && !maintenance && <Box component="span" sx={{ color: 'own.faint' }}>{t('taken')}</Box>}
        </Box>
        {maintenance?.viewerCanUpdate && <Button size="small" variant="text" onClick={onEnd}>{t('endBlock')}</Button>}
      </Box>
    </Box>
  );
}
