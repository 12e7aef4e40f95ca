import type { UpdateConsortiumInput } from '@gongjian/api/schema.types.ts';
import type { Period } from '../resources/opening-hours.ts';
import { openingHoursText } from '../resources/opening-hours.ts';
import type { ConsortiumSetupFragment } from './settings.generated.ts';

export interface SettingsForm {
  name: string;
  shortName: string;
  timeZone: string;
  languages: string[];
  defaultLanguage: string;
  /** As people write them. */
  hours: string;
}

export function settingsForm(consortium: ConsortiumSetupFragment, language: string): SettingsForm {
  const { name, shortName, timeZone, settings } = consortium;
  return {
    name,
    shortName,
    timeZone,
    languages: [...(settings?.languages ?? [])],
    defaultLanguage: settings?.defaultLanguage ?? 'zh-CN',
    hours: openingHoursText(settings?.defaultOpeningHours ?? [], language),
  };
}

export const isChanged = (before: SettingsForm, now: SettingsForm) => JSON.stringify(before) !== JSON.stringify(now);

/** Only what differs, so that others' changes to the rest live on. Hours come as the server has read them. */
export function settingsInput(before: SettingsForm, now: SettingsForm, hours: readonly Period[] | undefined): UpdateConsortiumInput {
  const input: UpdateConsortiumInput = {};
  if (now.name !== before.name) input.name = now.name;
  if (now.shortName !== before.shortName) input.shortName = now.shortName;
  if (now.timeZone !== before.timeZone) input.timeZone = now.timeZone;
  if (now.languages.join() !== before.languages.join()) input.languages = now.languages;
  if (now.defaultLanguage !== before.defaultLanguage) input.defaultLanguage = now.defaultLanguage;
  if (hours && now.hours !== before.hours) input.defaultOpeningHours = hours.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }));
  return input;
}

/** What I changed, on top of what somebody else made of the rest. */
export function rebased(before: SettingsForm, now: SettingsForm, latest: SettingsForm): SettingsForm {
  const pick = <K extends keyof SettingsForm>(key: K): SettingsForm[K] => (JSON.stringify(now[key]) === JSON.stringify(before[key]) ? latest[key] : now[key]);
  return { name: pick('name'), shortName: pick('shortName'), timeZone: pick('timeZone'), languages: pick('languages'), defaultLanguage: pick('defaultLanguage'), hours: pick('hours') };
}

/** A language that is taken away cannot stay the default one. */
export function withLanguages(form: SettingsForm, languages: string[]): SettingsForm {
  return { ...form, languages, defaultLanguage: languages.includes(form.defaultLanguage) ? form.defaultLanguage : (languages[0] ?? form.defaultLanguage) };
}
