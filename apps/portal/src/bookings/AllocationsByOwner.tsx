import { Box, Link, Typography } from '@mui/material';
import { StatusChip, useFormat } from '@gongjian/ui';
import type { StatusTone } from '@gongjian/ui';
import type { AllocationState } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';
import { bookings } from './bookings.messages.ts';
import type { BookingPartsFragment } from './bookings.generated.ts';
import { Panel } from './Panel.tsx';

type Allocation = BookingPartsFragment['allocations'][number];

const TONES: Record<AllocationState, StatusTone> = { PENDING: 'pending', CONFIRMED: 'confirmed', MAINTENANCE: 'maintenance', RELEASED: 'maintenance' };

/** Everything the booking takes, owner by owner: each sees its own part at a glance. */
export function AllocationsByOwner({ booking }: { booking: BookingPartsFragment }) {
  const t = useMessages(bookings);
  const owners = new Map<string, Allocation[]>();
  for (const each of booking.allocations) {
    const { id } = each.resource.owner;
    owners.set(id, [...(owners.get(id) ?? []), each]);
  }
  return (
    <Panel title={t('section.resources')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {[...owners].map(([id, allocations]) => (
          <Box key={id}>
            <Typography variant="h3" sx={{ mb: 0.5, color: 'text.secondary' }}>
              {allocations[0]?.resource.owner.name} <Box component="span" sx={{ fontWeight: 400, color: 'own.faint' }}>{t('ownerCount', { count: allocations.length })}</Box>
            </Typography>
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', border: 1, borderColor: 'divider', borderRadius: '6px' }}>
              {allocations.map((allocation) => <AllocationItem key={allocation.id} allocation={allocation} />)}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

function AllocationItem({ allocation }: { allocation: Allocation }) {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const format = useFormat();
  const { resource, state } = allocation;
  const buffered = allocation.blockedFrom !== allocation.startsAt || allocation.blockedUntil !== allocation.endsAt;
  const released = state === 'RELEASED';
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', px: 1.5, py: 1, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link href={`/resources/${resource.id}`} sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{resource.name}</Link>
        <Box sx={{ fontSize: 13, color: 'own.faint' }}>
          {[c(`resourceKind.${resource.kind}`), resource.code, resource.place].filter(Boolean).join(' · ')}
        </Box>
        {buffered && !released && <Box sx={{ fontSize: 12, color: 'own.faint' }}>{t('blocked', { range: format.range(allocation.blockedFrom, allocation.blockedUntil) })}</Box>}
      </Box>
      <StatusChip tone={TONES[state]} {...(released && { pattern: 'solid' })}>{c(`allocationState.${state}`)}</StatusChip>
    </Box>
  );
}
