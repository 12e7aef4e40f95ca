import { check, type Finding, founding, type FoundingFacts, type FoundingUnit } from '@gongjian/rules';
import type { ConsortiumKind, CreateConsortiumInput, MembershipKind, OrganisationKind } from '@gongjian/api/schema.types.ts';
import { isStrongPassword } from '../../shell/password.ts';
import { normaliseUscc, usccProblem } from '../../shell/uscc.ts';

/** Yes, no, or nobody said. */
export type Perhaps = 'yes' | 'no' | '';

export interface Unit {
  key: string;
  name: string;
  uscc: string;
  kind: OrganisationKind | '';
  membership: MembershipKind;
  givesDegrees: Perhaps;
  hasTrainingUnit: Perhaps;
}

export const PAPERS = ['leadingGroup', 'plan', 'structure', 'foundingMeeting', 'charter', 'benefitSharing'] as const;
export type Paper = (typeof PAPERS)[number];

export interface FoundingForm {
  name: string;
  shortName: string;
  kind: ConsortiumKind;
  /** The first one is where the secretary works, and leads. */
  units: readonly Unit[];
  papers: Readonly<Record<Paper, Perhaps>>;
  secretary: { name: string; login: string; password: string };
}

export const newUnit = (key: string, membership: MembershipKind): Unit => ({ key, name: '', uscc: '', kind: '', membership, givesDegrees: '', hasTrainingUnit: '' });

export const emptyForm = (): FoundingForm => ({
  name: '',
  shortName: '',
  kind: 'MUNICIPAL_CONSORTIUM',
  units: [newUnit('lead', 'LEAD')],
  papers: { leadingGroup: '', plan: '', structure: '', foundingMeeting: '', charter: '', benefitSharing: '' },
  secretary: { name: '', login: '', password: '' },
});

const known = (answer: Perhaps): boolean | null => (answer === '' ? null : answer === 'yes');
/** The guide asks this of lead schools alone. */
export const asksQualities = (form: FoundingForm, unit: Unit): boolean => form.kind === 'INDUSTRY_COMMUNITY' && unit.membership === 'LEAD' && unit.kind === 'SCHOOL';
export const asksPapers = (form: FoundingForm): boolean => form.kind === 'INDUSTRY_COMMUNITY';

/** What the rules look at, from what is typed so far. A unit whose kind is not chosen yet is unknown to them. */
export function factsOf(form: FoundingForm): FoundingFacts {
  const of = (...kinds: MembershipKind[]): FoundingUnit[] =>
    form.units
      .filter(({ membership }) => kinds.includes(membership))
      .map(({ name, kind, givesDegrees, hasTrainingUnit }) => ({ name, kind: (kind || null) as FoundingUnit['kind'], givesDegrees: known(givesDegrees), hasTrainingUnit: known(hasTrainingUnit) }));
  const documents = Object.fromEntries(PAPERS.map((paper) => [paper, known(form.papers[paper])])) as FoundingFacts['documents'];
  return { kind: form.kind, leads: of('LEAD'), council: of('LEAD', 'COUNCIL_MEMBER'), documents };
}

export const findingsOf = (form: FoundingForm, at: Date): Finding[] => check([founding], factsOf(form), at);

export function inputOf(form: FoundingForm): CreateConsortiumInput {
  const [lead, ...others] = form.units;
  const organisation = ({ name, kind, uscc }: Unit) => ({ name: name.trim(), kind: kind as OrganisationKind, uscc: normaliseUscc(uscc) });
  const qualities = (unit: Unit) => (asksQualities(form, unit) ? { givesDegrees: known(unit.givesDegrees), hasTrainingUnit: known(unit.hasTrainingUnit) } : null);
  return {
    name: form.name.trim(),
    shortName: form.shortName.trim(),
    kind: form.kind,
    lead: organisation(lead!),
    leadQualities: qualities(lead!),
    members: others.map((unit) => ({ organisation: organisation(unit), kind: unit.membership, qualities: qualities(unit) })),
    documents: asksPapers(form) ? factsOf(form).documents : null,
    secretary: { name: form.secretary.name.trim(), login: form.secretary.login.trim(), password: form.secretary.password },
  };
}

export const STEPS = ['consortium', 'members', 'papers', 'secretary', 'review'] as const;
export type Step = (typeof STEPS)[number];

export const stepsOf = (form: FoundingForm): Step[] => STEPS.filter((step) => step !== 'papers' || asksPapers(form));

export type ProblemKey = 'required' | 'tooShort' | 'tooLong' | 'usccLength' | 'usccLetters' | 'usccCheck' | 'twice' | 'loginForm' | 'passwordWeak';

/** What is wrong, by the path under which the server names it. Said while typing, decided by the server. */
export function problemsOf(form: FoundingForm, step: Step): Record<string, ProblemKey> {
  const found: Record<string, ProblemKey> = {};
  const length = (text: string) => [...text.trim()].length;
  const text = (path: string, value: string, min: number, max: number) => {
    if (length(value) === 0) found[path] = 'required';
    else if (length(value) < min) found[path] = 'tooShort';
    else if (length(value) > max) found[path] = 'tooLong';
  };
  if (step === 'consortium') {
    text('name', form.name, 2, 80);
    text('shortName', form.shortName, 1, 12);
  }
  if (step === 'members') {
    const codes = form.units.map(({ uscc }) => normaliseUscc(uscc));
    for (const [index, unit] of form.units.entries()) {
      const path = pathOf(index);
      text(`${path}.name`, unit.name, 2, 80);
      if (unit.kind === '') found[`${path}.kind`] = 'required';
      const problem = codes[index] ? usccProblem(codes[index]) : 'required';
      if (problem) found[`${path}.uscc`] = problem;
      else if (codes.indexOf(codes[index]!) < index) found[`${path}.uscc`] = 'twice';
    }
  }
  if (step === 'secretary') {
    text('secretary.name', form.secretary.name, 1, 50);
    if (!/^[A-Za-z0-9._@-]{3,64}$/.test(form.secretary.login.trim())) found['secretary.login'] = 'loginForm';
    if (!isStrongPassword(form.secretary.password)) found['secretary.password'] = 'passwordWeak';
  }
  return found;
}

/** Where the server's input has the unit. */
export const pathOf = (index: number): string => (index === 0 ? 'lead' : `members.${index - 1}.organisation`);

/** The step on which a field of the server's input is asked for. */
export function stepOfField(field: string): Step {
  if (field.startsWith('secretary')) return 'secretary';
  if (field.startsWith('lead') || field.startsWith('members')) return 'members';
  return field.startsWith('documents') ? 'papers' : 'consortium';
}
