import type { ResourceKind } from '@gongjian/api/schema.types.ts';
import { useMessages } from '../i18n/index.ts';
import type { ResourceField } from './resource-form.ts';
import { resources } from './resources.messages.ts';

/** What the fields of the form are called; people have other words for a few of them. */
export function useFieldLabels(kind: ResourceKind): Record<ResourceField, string> {
  const t = useMessages(resources);
  const person = kind === 'TEACHER' || kind === 'ENGINEER';
  return {
    name: t('field.name'),
    code: person ? t('field.codePerson') : t('field.code'),
    model: t('field.model'),
    manufacturer: t('field.manufacturer'),
    category: person ? t('field.categoryPerson') : t('field.category'),
    place: t('field.place'),
    capacity: t('field.capacity'),
    department: t('field.department'),
    keeper: t('field.keeper'),
    state: t('field.state'),
    openingHoursText: t('field.openingHours'),
    bufferBefore: t('field.bufferBefore'),
    bufferAfter: t('field.bufferAfter'),
    needsApproval: t('field.needsApproval'),
    holdHours: t('field.holdHours'),
    maxMinutes: t('field.maxMinutes'),
    horizonDays: t('field.horizonDays'),
    sharing: t('field.sharing'),
    note: t('field.note'),
  };
}
