import { Checkbox, FormControlLabel } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import type { BeyondQuota, DataMask, ExchangeUnit, ExchangeWho, InternPeriod, ProgrammeRight, Purpose, QuotaPeriod, QuotaUnit, SharedData } from '@gongjian/api/schema.types.ts';
import { FieldRow, SelectInput, TextInput } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { Choices } from '../shell/Choices.tsx';
import { PoolChoicesDocument } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import type { ClauseForm } from './clause-form.ts';

interface Props {
  form: ClauseForm;
  set: (change: Partial<ClauseForm>) => void;
  /** What the server says, by field. */
  refused: Readonly<Record<string, string>>;
  /** Away is who belongs to another consortium. */
  giver: { id: string; name: string; away: boolean } | undefined;
}

const PURPOSES: readonly Purpose[] = ['PRACTICE_TEACHING', 'SOCIAL_TRAINING', 'REAL_PRODUCTION', 'TECHNICAL_SERVICE', 'PILOT_TEST'];
const PERIODS: readonly QuotaPeriod[] = ['WEEK', 'MONTH', 'TERM', 'YEAR', 'WHOLE'];
const RIGHTS: readonly ProgrammeRight[] = ['READ', 'CO_AUTHOR', 'ADOPT'];
const FIELDS: readonly SharedData[] = ['PERSON_NAME', 'PERSON_CONTACT', 'PROFESSION', 'BOOKINGS', 'USAGE_HOURS', 'INTERNSHIP_RECORDS', 'TALENT_DEMAND'];
const whole = { htmlInput: { inputMode: 'numeric', maxLength: 7 } } as const;

/** What a clause of the chosen kind asks for. */
export function ClauseFields(props: Props) {
  const { form, set, refused } = props;
  const t = useMessages(agreements);
  switch (form.kind) {
    case 'RESOURCE_USE':
      return <ResourceUse {...props} />;
    case 'EXCHANGE':
      return (
        <FieldRow columns={3}>
          <SelectInput<ExchangeWho> label={t('who')} value={form.who} onChange={(who) => set({ who })} options={(['TEACHER', 'ENGINEER'] as const).map((value) => ({ value, label: t(`who.${value}`) }))} />
          <TextInput required label={t('perYear')} value={form.amount} onChange={(amount) => set({ amount })} error={refused['exchange.amount']} slotProps={whole} />
          <SelectInput<ExchangeUnit> label={t('unit')} value={form.unit} onChange={(unit) => set({ unit })} options={(['DAYS', 'CLASS_HOURS'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))} />
        </FieldRow>
      );
    case 'PROGRAMME':
      return (
        <>
          <Choices<ProgrammeRight> legend={t('rights')} value={form.rights} onChange={(rights) => set({ rights })} error={refused['programme.rights']} options={RIGHTS.map((value) => ({ value, label: t(`right.${value}`) }))} />
          <TextInput label={t('majors')} value={form.majors} onChange={(majors) => set({ majors })} error={refused['programme.majors']} help={t('majorsHelp')} slotProps={{ htmlInput: { maxLength: 200 } }} />
        </>
      );
    case 'INTERNS':
      return (
        <FieldRow columns={3}>
          <TextInput required label={t('posts')} value={form.posts} onChange={(posts) => set({ posts })} error={refused['interns.posts']} slotProps={whole} />
          <SelectInput<InternPeriod> label={t('per')} value={form.postsPer} onChange={(postsPer) => set({ postsPer })} options={(['TERM', 'YEAR'] as const).map((value) => ({ value, label: t(`per.${value}`) }))} />
          <TextInput label={t('majors')} value={form.majors} onChange={(majors) => set({ majors })} error={refused['interns.majors']} help={t('majorsHelp')} slotProps={{ htmlInput: { maxLength: 200 } }} />
        </FieldRow>
      );
    case 'DATA':
      return (
        <>
          <Choices<SharedData> legend={t('fields')} value={form.fields} onChange={(fields) => set({ fields })} error={refused['data.fields']} options={FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))} />
          <SelectInput<DataMask> label={t('mask')} value={form.mask} onChange={(mask) => set({ mask })} options={(['FULL', 'PARTLY', 'COUNTS'] as const).map((value) => ({ value, label: t(`mask.${value}`) }))} />
          <TextInput required multiline minRows={2} label={t('duties')} value={form.duties} onChange={(duties) => set({ duties })} error={refused['data.duties']} help={t('dutiesHelp')} slotProps={{ htmlInput: { maxLength: 1000 } }} />
        </>
      );
  }
}

function ResourceUse({ form, set, refused, giver }: Props) {
  const t = useMessages(agreements);
  const words = useMessages(common);
  const { data } = useQuery(PoolChoicesDocument, { variables: { ownerId: giver?.id ?? '' }, skip: !giver });
  const of = (field: string) => refused[`resourceUse.${field}`];
  const pools = data?.pools ?? [];
  return (
    <>
      <SelectInput
        required label={t('pool')} value={form.poolId} onChange={(poolId) => set({ poolId })} error={of('poolId')} emptyLabel={t('poolMissing')}
        options={[...pools.map(({ id, name, size }) => ({ value: id, label: `${name}（${size}）` })), ...(form.poolId && data && !pools.some(({ id }) => id === form.poolId) ? [{ value: form.poolId, label: form.poolName || form.poolId }] : [])]}
        help={data && pools.length === 0 && giver ? (giver.away ? t('poolByGiver') : t('noPools', { name: giver.name })) : undefined}
      />
      <Choices<Purpose> legend={t('purposes')} value={form.purposes} onChange={(purposes) => set({ purposes })} error={of('purposes')} options={PURPOSES.map((value) => ({ value, label: words(`purpose.${value}`) }))} />
      <FieldRow columns={3}>
        <SelectInput<QuotaUnit | 'NONE'> label={t('quota')} value={form.quota} onChange={(quota) => set({ quota })} options={[{ value: 'NONE', label: t('quotaNone') }, { value: 'HOURS', label: t('quotaHours') }, { value: 'MACHINE_HOURS', label: t('quotaMachine') }]} />
        {form.quota !== 'NONE' && (
          <>
            <TextInput required label={t('amount')} value={form.amount} onChange={(amount) => set({ amount })} error={of('quota.amount')} slotProps={whole} />
            <SelectInput<QuotaPeriod> label={t('per')} value={form.per} onChange={(per) => set({ per })} options={PERIODS.map((value) => ({ value, label: t(`per.${value}`) }))} />
          </>
        )}
      </FieldRow>
      <FieldRow>
        {form.quota !== 'NONE' && <SelectInput<BeyondQuota> label={t('beyond')} value={form.beyondQuota} onChange={(beyondQuota) => set({ beyondQuota })} options={(['REFUSE', 'APPROVE'] as const).map((value) => ({ value, label: t(`beyond.${value}`) }))} />}
        <TextInput label={t('horizon')} value={form.horizonDays} onChange={(horizonDays) => set({ horizonDays })} error={of('horizonDays')} help={t('horizonHelp')} slotProps={whole} />
      </FieldRow>
      <FieldRow>
        <TextInput label={t('price')} value={form.price} onChange={(price) => set({ price })} error={of('pricePerHour')} help={t('priceHelp')} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 9 } }} />
        <TextInput label={t('share')} value={form.share} onChange={(share) => set({ share })} error={of('publicBenefitShare')} slotProps={whole} />
      </FieldRow>
      <FieldRow>
        <FormControlLabel control={<Checkbox checked={form.approval} onChange={(_, approval) => set({ approval })} />} label={t('approval')} />
        <FormControlLabel control={<Checkbox checked={form.preferred} onChange={(_, preferred) => set({ preferred })} />} label={t('priority')} />
      </FieldRow>
    </>
  );
}
