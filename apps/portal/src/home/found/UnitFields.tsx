import { Box, Button, Typography } from '@mui/material';
import type { MembershipKind, OrganisationKind } from '@gongjian/api/schema.types.ts';
import { FieldRow, SelectInput, TextInput } from '@gongjian/ui';
import { common, useMessages } from '../../i18n/index.ts';
import { found } from './found.messages.ts';
import type { Perhaps, Unit } from './form.ts';

const kinds: readonly OrganisationKind[] = ['SCHOOL', 'ENTERPRISE', 'PARK', 'INSTITUTE', 'GOVERNMENT', 'ASSOCIATION'];
const memberships: readonly MembershipKind[] = ['LEAD', 'COUNCIL_MEMBER', 'MEMBER'];

interface Props {
  unit: Unit;
  index: number;
  asksQualities: boolean;
  /** The text at a field of this unit, if there is one. */
  problem: (field: 'name' | 'uscc' | 'kind') => string | undefined;
  onChange: (change: Partial<Unit>) => void;
  onRemove: () => void;
}

/** One founding member. The first leads and cannot be taken away. */
export function UnitFields({ unit, index, asksQualities, problem, onChange, onRemove }: Props) {
  const t = useMessages(found);
  const words = useMessages(common);
  const title = index === 0 ? t('firstUnit') : t('unit', { number: index + 1 });
  const perhaps = [{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }] as const;
  return (
    <Box component="section" aria-label={title} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', p: 2, display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 28 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>{title}</Typography>
        {index > 0 && <Button variant="text" size="small" sx={{ color: 'error.main' }} onClick={onRemove}>{t('removeUnit', { name: unit.name.trim() || t('unnamed') })}</Button>}
      </Box>
      <FieldRow>
        <TextInput required label={t('unitName')} value={unit.name} onChange={(name) => onChange({ name })} error={problem('name')} />
        <TextInput required label={t('uscc')} value={unit.uscc} onChange={(uscc) => onChange({ uscc })} error={problem('uscc')} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 40, spellCheck: false, autoCapitalize: 'characters' } }} />
      </FieldRow>
      <FieldRow>
        <SelectInput<OrganisationKind> required label={t('unitKind')} value={unit.kind} onChange={(kind) => onChange({ kind })} error={problem('kind')} options={kinds.map((value) => ({ value, label: words(`organisationKind.${value}`) }))} />
        <SelectInput<MembershipKind> label={t('membership')} value={unit.membership} disabled={index === 0} onChange={(membership) => onChange({ membership })} options={memberships.map((value) => ({ value, label: words(`membershipKind.${value}`) }))} />
      </FieldRow>
      {asksQualities && (
        <FieldRow>
          <SelectInput<Perhaps> label={t('givesDegrees')} value={unit.givesDegrees} emptyLabel={t('unknown')} onChange={(givesDegrees) => onChange({ givesDegrees })} options={perhaps} />
          <SelectInput<Perhaps> label={t('hasTrainingUnit')} value={unit.hasTrainingUnit} emptyLabel={t('unknown')} onChange={(hasTrainingUnit) => onChange({ hasTrainingUnit })} options={perhaps} />
        </FieldRow>
      )}
    </Box>
  );
}
