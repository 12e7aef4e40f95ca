import { Box } from '@mui/material';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Facts, Panel } from '../shell/Facts.tsx';
import { resources } from './resources.messages.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';
import { WeekTable } from './WeekTable.tsx';

interface Props {
  resource: ResourcePartsFragment;
}

export const isPerson = (resource: { kind: string }) => resource.kind === 'TEACHER' || resource.kind === 'ENGINEER';

export function Basics({ resource }: Props) {
  const t = useMessages(resources);
  const person = isPerson(resource);
  return (
    <Facts
      columns={2}
      items={[
        { label: person ? t('field.codePerson') : t('field.code'), value: resource.code },
        { label: t('field.model'), value: resource.model },
        { label: t('field.manufacturer'), value: resource.manufacturer },
        { label: person ? t('field.categoryPerson') : t('field.category'), value: resource.category },
        { label: t('field.place'), value: resource.place },
        { label: t('field.owner'), value: resource.owner.name },
        { label: t('field.department'), value: resource.department },
        { label: t('field.keeper'), value: resource.keeper },
        { label: t('field.capacity'), value: resource.capacity !== null && t('people', { count: resource.capacity }) },
        { label: t('field.note'), value: resource.note },
      ]}
    />
  );
}

export function Hours({ resource }: Props) {
  const t = useMessages(resources);
  if (resource.openingHours.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('alwaysOpen')}</Box>;
  return <Box sx={{ maxWidth: 560 }}><WeekTable periods={resource.openingHours} label={t('section.hours')} /></Box>;
}

export function Rules({ resource }: Props) {
  const t = useMessages(resources);
  const format = useFormat();
  const { bufferBefore, bufferAfter } = resource;
  return (
    <Facts
      columns={2}
      items={[
        {
          label: t('field.approval'),
          value: resource.needsApproval ? t('approvalYes', { hold: t('holdFor', { count: resource.holdHours }) }) : t('approvalNo'),
        },
        {
          label: t('field.buffers'),
          value: bufferBefore + bufferAfter === 0 ? t('buffersNone') : t('buffers', { before: bufferBefore, after: bufferAfter }),
        },
        { label: t('fact.maxMinutes'), value: format.minutes(resource.maxMinutes) },
        { label: t('fact.horizonDays'), value: t('days', { count: resource.horizonDays }) },
        { label: t('field.sharing'), value: !isPerson(resource) && !resource.consortium && t(`sharing.${resource.sharing}`) },
      ]}
    />
  );
}

export function Profession({ profession }: { profession: NonNullable<ResourcePartsFragment['profession']> }) {
  const t = useMessages(resources);
  return (
    <Facts
      columns={2}
      items={[
        { label: t('field.title'), value: profession.title },
        { label: t('field.skillLevel'), value: profession.skillLevel },
        { label: t('field.dualQualified'), value: profession.dualQualified },
        { label: t('field.practiceMonths'), value: profession.practiceMonths !== null && t('months', { count: profession.practiceMonths }) },
        { label: t('field.yearlyHours'), value: profession.yearlyHours !== null && t('hours', { count: profession.yearlyHours }) },
        { label: t('field.subjects'), value: profession.subjects.join(t('listMark')) },
      ]}
    />
  );
}

/** Price, date and funding as the ledger has them; not there for what was never bought. */
export function RegisterData({ resource }: Props) {
  const t = useMessages(resources);
  const format = useFormat();
  const { unitPrice, purchasedOn, fundingSource } = resource;
  if (unitPrice === null && purchasedOn === null && !fundingSource) return null;
  return (
    <Panel title={t('section.register')}>
      <Facts
        columns={2}
        items={[
          { label: t('field.unitPrice'), value: unitPrice !== null && format.money(unitPrice) },
          { label: t('field.purchasedOn'), value: purchasedOn !== null && format.day(purchasedOn) },
          { label: t('field.fundingSource'), value: fundingSource },
          { label: t('field.updatedAt'), value: format.dateTime(resource.updatedAt) },
        ]}
      />
    </Panel>
  );
}
