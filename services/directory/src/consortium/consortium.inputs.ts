import { inputs } from '@gongjian/platform';
import { z } from 'zod';
import { MEMBERSHIP_KINDS } from '../organisation/membership.entity.ts';
import { createOrganisationInput } from '../organisation/organisation.inputs.ts';
import { createAccountInput } from '../person/person.inputs.ts';
import { CONSORTIUM_KINDS } from './consortium.entity.ts';

const { clock, list, oneOf, rule, text, whole } = inputs;

/** An organisation is a member once. */
const TWICE = rule(() => false, 'DUPLICATE')[1].error();

const perhaps = z.boolean().nullish();
const qualities = z.object({ givesDegrees: perhaps, hasTrainingUnit: perhaps }).nullish();
const MOST_MEMBERS = 100;

export const createConsortiumInput = z
  .object({
    name: text(2, 80),
    shortName: text(1, 12),
    kind: oneOf(CONSORTIUM_KINDS),
    lead: createOrganisationInput,
    leadQualities: qualities,
    members: list(z.object({ organisation: createOrganisationInput, kind: oneOf(MEMBERSHIP_KINDS), qualities }), 0, MOST_MEMBERS).nullish(),
    documents: z.object({ leadingGroup: perhaps, plan: perhaps, structure: perhaps, foundingMeeting: perhaps, charter: perhaps, benefitSharing: perhaps }).nullish(),
    secretary: createAccountInput,
  })
  .superRefine(({ lead, members }, context) => {
    const codes = [lead.uscc, ...(members ?? []).map(({ organisation }) => organisation.uscc)];
    for (const [index, code] of codes.entries()) {
      if (codes.indexOf(code) < index) context.addIssue({ code: 'custom', path: ['members', index - 1, 'organisation', 'uscc'], message: TWICE });
    }
  });
export type CreateConsortiumInput = z.output<typeof createConsortiumInput>;

export const LANGUAGES = ['zh-CN', 'en'] as const;

const weeklyHours = z
  .object({ weekday: whole(1, 7), opens: clock(), closes: clock() })
  .pipe(z.custom<{ weekday: number; opens: string; closes: string }>().refine(({ opens, closes }) => opens < closes, { path: ['closes'], error: rule(() => true, 'CLOSES_BEFORE_OPENING')[1].error }));

/** GraphQL writes null for "not given" as well. */
const nullsLeftOut = (value: unknown): unknown => (value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([, given]) => given !== null)) : value);

export const updateConsortiumInput = z.preprocess(
  nullsLeftOut,
  z.object({
    name: text(2, 80).optional(),
    shortName: text(1, 12).optional(),
    timeZone: z.string().refine(...rule((zone: string) => zones.has(zone), 'TIME_ZONE_UNKNOWN')).optional(),
    languages: list(oneOf(LANGUAGES), 1, 2).refine(...rule((all: readonly string[]) => new Set(all).size === all.length, 'DUPLICATE')).optional(),
    defaultLanguage: oneOf(LANGUAGES).optional(),
    defaultOpeningHours: list(weeklyHours, 0, 70).optional(),
    logoFileId: z.string().max(64).optional(),
  }),
);
export type UpdateConsortiumInput = z.output<typeof updateConsortiumInput>;

const zones = new Set(Intl.supportedValuesOf('timeZone'));
