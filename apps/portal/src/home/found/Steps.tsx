import { Box, Button, InputAdornment, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import type { ConsortiumKind } from '@gongjian/api/schema.types.ts';
import { FieldRow, SelectInput, TextInput } from '@gongjian/ui';
import { common, useMessages } from '../../i18n/index.ts';
import { Facts } from '../../shell/Facts.tsx';
import { makePassword } from '../../shell/password.ts';
import { asksQualities, type FoundingForm, newUnit, type Paper, PAPERS, pathOf, type Perhaps, type Unit } from './form.ts';
import { found } from './found.messages.ts';
import { UnitFields } from './UnitFields.tsx';

const consortiumKinds: readonly ConsortiumKind[] = ['MUNICIPAL_CONSORTIUM', 'INDUSTRY_COMMUNITY', 'PRACTICE_CENTRE', 'TRAINING_CENTRE'];

export interface StepProps {
  form: FoundingForm;
  set: (change: Partial<FoundingForm>) => void;
  /** The text at a field, by the path under which the server names it. */
  problem: (path: string) => string | undefined;
}

export function ConsortiumStep({ form, set, problem }: StepProps) {
  const t = useMessages(found);
  const words = useMessages(common);
  return (
    <>
      <SelectInput<ConsortiumKind> label={t('kind')} value={form.kind} onChange={(kind) => set({ kind })} options={consortiumKinds.map((value) => ({ value, label: words(`consortiumKind.${value}`) }))} />
      <TextInput required label={t('name')} value={form.name} onChange={(name) => set({ name })} error={problem('name')} />
      <TextInput required label={t('shortName')} value={form.shortName} onChange={(shortName) => set({ shortName })} error={problem('shortName')} help={t('shortNameHelp')} />
    </>
  );
}

export function MembersStep({ form, set, problem }: StepProps) {
  const t = useMessages(found);
  const change = (key: string, part: Partial<Unit>) => set({ units: form.units.map((unit) => (unit.key === key ? { ...unit, ...part } : unit)) });
  return (
    <>
      {form.units.map((unit, index) => (
        <UnitFields
          key={unit.key} unit={unit} index={index} asksQualities={asksQualities(form, unit)}
          problem={(field) => problem(`${pathOf(index)}.${field}`)}
          onChange={(part) => change(unit.key, part)}
          onRemove={() => set({ units: form.units.filter(({ key }) => key !== unit.key) })}
        />
      ))}
      <Box><Button startIcon={<AddIcon />} onClick={() => set({ units: [...form.units, newUnit(crypto.randomUUID(), form.units.length < 3 ? 'LEAD' : 'MEMBER')] })}>{t('addUnit')}</Button></Box>
    </>
  );
}

export function PapersStep({ form, set }: StepProps) {
  const t = useMessages(found);
  const answers = [{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }] as const;
  const change = (paper: Paper, answer: Perhaps) => set({ papers: { ...form.papers, [paper]: answer } });
  return (
    <>
      <Typography variant="body2">{t('papersHelp')}</Typography>
      <FieldRow>
        {PAPERS.map((paper) => <SelectInput<Perhaps> key={paper} label={t(`paper.${paper}`)} value={form.papers[paper]} emptyLabel={t('unknown')} onChange={(answer) => change(paper, answer)} options={answers} />)}
      </FieldRow>
    </>
  );
}

export function SecretaryStep({ form, set, problem }: StepProps) {
  const t = useMessages(found);
  const { secretary } = form;
  const change = (part: Partial<FoundingForm['secretary']>) => set({ secretary: { ...secretary, ...part } });
  return (
    <>
      <Typography variant="body2">{t('secretaryHelp', { name: form.units[0]!.name })}</Typography>
      <FieldRow>
        <TextInput required label={t('person')} value={secretary.name} onChange={(name) => change({ name })} error={problem('secretary.name')} />
        <TextInput required label={t('login')} value={secretary.login} onChange={(login) => change({ login })} error={problem('secretary.login')} help={t('loginHelp')} slotProps={{ inputLabel: { shrink: true }, htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off', maxLength: 64 } }} />
      </FieldRow>
      <TextInput
        required label={t('password')} value={secretary.password} onChange={(password) => change({ password })} error={problem('secretary.password')} help={t('passwordHelp')}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'new-password', maxLength: 200 },
          input: { endAdornment: <InputAdornment position="end"><Button size="small" variant="text" color="primary" onClick={() => change({ password: makePassword() })}>{t('makePassword')}</Button></InputAdornment> },
        }}
      />
    </>
  );
}

export function ReviewStep({ form }: StepProps) {
  const t = useMessages(found);
  const words = useMessages(common);
  return (
    <>
      <Typography variant="body2">{t('reviewHelp')}</Typography>
      <Facts
        items={[
          { label: t('name'), value: form.name },
          { label: t('shortName'), value: form.shortName },
          { label: t('kind'), value: words(`consortiumKind.${form.kind}`) },
          { label: t('units'), value: form.units.map((unit) => <Box key={unit.key}>{unit.name} <Box component="span" sx={{ color: 'own.faint' }}>{words(`membershipKind.${unit.membership}`)}</Box></Box>) },
          { label: t('step.secretary'), value: `${form.secretary.name} · ${form.secretary.login}` },
        ]}
      />
    </>
  );
}
