import { useQuery } from '@apollo/client/react';
import { Box, Chip } from '@mui/material';
import { DayInput, FilterBar, FilterSelect, SearchInput } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { ACTIONS, KINDS, RESULTS, SUBJECTS } from './audit-filter.ts';
import type { UrlFilter } from './audit-filter.ts';
import { audit } from './audit.messages.ts';
import { AuditOrganisationsDocument, AuditPersonDocument } from './audit.generated.ts';

interface Props {
  filter: UrlFilter;
  onChange: (change: Partial<UrlFilter>) => void;
  onClear: () => void;
  active: boolean;
}

export function AuditFilters({ filter, onChange, onClear, active }: Props) {
  const t = useMessages(audit);
  const { me } = useSession();
  const organisations = useQuery(AuditOrganisationsDocument, { skip: !me.consortium });
  const person = useQuery(AuditPersonDocument, { variables: { id: filter.personId }, skip: filter.personId === '' });
  return (
    <FilterBar onClear={onClear} active={active}>
      <SearchInput value={filter.search} onChange={(search) => onChange({ search })} placeholder={t('searchPlaceholder')} width={220} />
      <FilterSelect label={t('filter.kind')} value={filter.kind} onChange={(kind) => onChange({ kind })} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} width={132} />
      <FilterSelect label={t('filter.result')} value={filter.result} onChange={(result) => onChange({ result })} options={RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))} width={112} />
      <FilterSelect label={t('filter.subjectType')} value={filter.subjectType} onChange={(subjectType) => onChange({ subjectType })} options={SUBJECTS.map((value) => ({ value, label: t(`subject.${value}`) }))} width={120} />
      <FilterSelect label={t('filter.action')} value={filter.action} onChange={(action) => onChange({ action })} options={ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))} width={120} />
      {me.consortium && (
        <FilterSelect
          label={t('filter.organisation')}
          // An id from a link may arrive before the names do.
          value={organisations.data ? filter.organisationId : ''}
          onChange={(organisationId) => onChange({ organisationId })}
          options={(organisations.data?.organisations.nodes ?? []).map((each) => ({ value: each.id, label: each.shortName }))}
          width={132}
        />
      )}
      <SearchInput value={filter.address} onChange={(address) => onChange({ address })} placeholder={t('filter.address')} width={132} />
      <Box sx={{ display: { xs: 'flex', sm: 'inline-flex' }, width: { xs: '100%', sm: 'auto' }, gap: 1 }}>
        <FilterDay label={t('filter.from')} value={filter.from} onChange={(from) => onChange({ from })} />
        <FilterDay label={t('filter.until')} value={filter.until} onChange={(until) => onChange({ until })} />
      </Box>
      {filter.personId !== '' && <Chip label={t('personChip', { name: person.data?.person?.name ?? '…' })} onDelete={() => onChange({ personId: '' })} sx={{ height: 28 }} />}
      {filter.subjectId !== '' && <Chip label={t('recordChip', { name: filter.subjectId })} onDelete={() => onChange({ subjectId: '' })} sx={{ height: 28, maxWidth: '100%' }} />}
      {filter.operation !== '' && <Chip label={t('operationChip', { name: filter.operation })} onDelete={() => onChange({ operation: '' })} sx={{ height: 28 }} />}
    </FilterBar>
  );
}

function FilterDay({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, width: { xs: 'calc(50% - 4px)', sm: 190 } }}>
      <Box component="span" aria-hidden sx={{ flex: 'none', fontSize: 13, color: 'own.faint' }}>{label}</Box>
      <DayInput value={value} onChange={onChange} slotProps={{ htmlInput: { 'aria-label': label } }} />
    </Box>
  );
}
