import { useQuery } from '@apollo/client/react';
import { Box, Chip } from '@mui/material';
import { DayInput, FilterBar, FilterSelect, SearchInput } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { ORDERS, PURPOSES, STATES } from './booking-filter.ts';
import type { UrlFilter } from './booking-filter.ts';
import { bookings } from './bookings.messages.ts';
import { BookedResourceDocument, BookingOrganisationsDocument } from './bookings.generated.ts';

interface Props {
  filter: UrlFilter;
  onChange: (change: Partial<UrlFilter>) => void;
  onClear: () => void;
  active: boolean;
}

export function BookingFilters({ filter, onChange, onClear, active }: Props) {
  const t = useMessages(bookings);
  const c = useMessages(common);
  const organisations = useQuery(BookingOrganisationsDocument, { variables: { first: 200 } });
  const resource = useQuery(BookedResourceDocument, { variables: { id: filter.resourceId }, skip: filter.resourceId === '' });
  return (
    <FilterBar onClear={onClear} active={active}>
      <SearchInput value={filter.search} onChange={(search) => onChange({ search })} placeholder={t('searchPlaceholder')} width={144} />
      <FilterSelect
        label={t('filter.state')}
        value={filter.states}
        onChange={(states) => onChange({ states })}
        options={STATES.map((value) => ({ value, label: c(`bookingState.${value}`) }))}
        width={112}
      />
      <FilterSelect
        label={t('filter.purpose')}
        value={filter.purposes}
        onChange={(purposes) => onChange({ purposes })}
        options={PURPOSES.map((value) => ({ value, label: c(`purpose.${value}`) }))}
        width={112}
      />
      <FilterSelect
        label={t('filter.organisation')}
        // An id from a link may arrive before the names do.
        value={organisations.data ? filter.organisationId : ''}
        onChange={(organisationId) => onChange({ organisationId })}
        options={(organisations.data?.organisations.nodes ?? []).map((each) => ({ value: each.id, label: each.shortName }))}
        width={126}
      />
      <Box sx={{ display: { xs: 'flex', sm: 'contents' }, order: { xs: 1, sm: 0 }, width: '100%', gap: 1 }}>
        <FilterDay label={t('filter.from')} value={filter.from} onChange={(from) => onChange({ from })} />
        <FilterDay label={t('filter.until')} value={filter.until} onChange={(until) => onChange({ until })} />
      </Box>
      <FilterSelect
        label={t('filter.order')}
        value={filter.orderBy}
        onChange={(orderBy) => onChange({ orderBy })}
        options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        width={112}
      />
      {filter.resourceId !== '' && (
        <Chip label={t('resourceChip', { name: resource.data?.resource?.name ?? '…' })} onDelete={() => onChange({ resourceId: '' })} sx={{ height: 28 }} />
      )}
    </FilterBar>
  );
}

function FilterDay({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, width: { xs: 'calc(50% - 4px)', sm: 222 } }}>
      <Box component="span" aria-hidden sx={{ flex: 'none', fontSize: 13, color: 'own.faint' }}>{label}</Box>
      <DayInput value={value} onChange={onChange} slotProps={{ htmlInput: { 'aria-label': label } }} />
    </Box>
  );
}
