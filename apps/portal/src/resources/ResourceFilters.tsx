import { useQuery } from '@apollo/client/react';
import { FilterBar, FilterSelect, SearchInput } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { KINDS, ORDERS, STATES } from './resource-filter.ts';
import type { UrlFilter } from './resource-filter.ts';
import { resources } from './resources.messages.ts';
import { ResourceOwnersDocument } from './resources.generated.ts';

interface Props {
  filter: UrlFilter;
  onChange: (change: Partial<UrlFilter>) => void;
  onClear: () => void;
  active: boolean;
}

export function ResourceFilters({ filter, onChange, onClear, active }: Props) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const owners = useQuery(ResourceOwnersDocument, { variables: { first: 200 } });
  return (
    <FilterBar onClear={onClear} active={active}>
      <SearchInput value={filter.search} onChange={(search) => onChange({ search })} placeholder={t('searchPlaceholder')} width={308} />
      <FilterSelect
        label={t('filter.kind')}
        value={filter.kinds}
        onChange={(kinds) => onChange({ kinds })}
        options={KINDS.map((value) => ({ value, label: c(`resourceKind.${value}`) }))}
        width={116}
      />
      <FilterSelect
        label={t('filter.state')}
        value={filter.states}
        onChange={(states) => onChange({ states })}
        options={STATES.map((value) => ({ value, label: c(`resourceState.${value}`) }))}
        width={116}
      />
      <FilterSelect
        label={t('filter.owner')}
        // An id from a link may arrive before the names of the owners do.
        value={owners.data ? filter.ownerIds : ''}
        onChange={(ownerIds) => onChange({ ownerIds })}
        options={(owners.data?.organisations.nodes ?? []).map((owner) => ({ value: owner.id, label: owner.shortName }))}
        width={132}
      />
      <FilterSelect
        label={t('filter.bookable')}
        value={filter.bookable}
        onChange={(bookable) => onChange({ bookable })}
        options={(['true', 'false'] as const).map((value) => ({ value, label: t(`bookable.${value}`) }))}
        width={116}
      />
      <FilterSelect
        label={t('filter.approval')}
        value={filter.needsApproval}
        onChange={(needsApproval) => onChange({ needsApproval })}
        options={(['true', 'false'] as const).map((value) => ({ value, label: t(`approval.${value}`) }))}
        width={116}
      />
      <FilterSelect
        label={t('filter.order')}
        value={filter.orderBy}
        onChange={(orderBy) => onChange({ orderBy })}
        options={ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
        width={140}
      />
    </FilterBar>
  );
}
