import { useEffect, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Step, StepButton, Stepper, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useMutation } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import { EmptyState, PageHeader, useToast } from '@gongjian/ui';
import { blocking } from '@gongjian/rules';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { Checks } from './found/Checks.tsx';
import { found } from './found/found.messages.ts';
import { emptyForm, findingsOf, type FoundingForm, inputOf, problemsOf, type Step as StepName, stepOfField, stepsOf } from './found/form.ts';
import { ConsortiumStep, MembersStep, PapersStep, ReviewStep, SecretaryStep } from './found/Steps.tsx';
import { CreateConsortiumDocument } from './home.generated.ts';

const BODIES = { consortium: ConsortiumStep, members: MembersStep, papers: PapersStep, secretary: SecretaryStep, review: ReviewStep };
const KEPT = 'found-consortium';

/** A founding is long: what was typed outlives a reload, all but the password. */
function kept(): FoundingForm {
  try {
    return { ...emptyForm(), ...(JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<FoundingForm>) };
  } catch {
    return emptyForm();
  }
}

export default function FoundPage() {
  const t = useMessages(found);
  const { me } = useSession();
  usePageTitle(t('title'));
  if (!me.viewerCanCreateConsortium) return <EmptyState title={t('operatorOnly')} action={<Button href="/">{t('home')}</Button>} />;
  return <Wizard />;
}

function Wizard() {
  const t = useMessages(found);
  const toast = useToast();
  const navigate = useNavigate();
  const narrow = useMediaQuery((theme: Theme) => theme.breakpoints.down('md'));
  const [form, setForm] = useState(kept);
  const [at, setAt] = useState<StepName>('consortium');
  const [asked, setAsked] = useState<ReadonlySet<StepName>>(new Set());
  const [key, setKey] = useState(newKey);
  const [create, { loading, error, reset }] = useMutation(CreateConsortiumDocument);

  useEffect(() => sessionStorage.setItem(KEPT, JSON.stringify({ ...form, secretary: { ...form.secretary, password: '' } })), [form]);
  const set = (change: Partial<FoundingForm>) => {
    reset();
    // What was changed is another founding.
    setKey(newKey());
    setForm((now) => ({ ...now, ...change }));
  };

  const steps = stepsOf(form);
  const index = steps.indexOf(at);
  const [opened] = useState(() => new Date());
  const findings = useMemo(() => findingsOf(form, opened), [form, opened]);
  const blocked = blocking(findings).length > 0;
  const refused = fieldErrors(error);
  const own = asked.has(at) ? problemsOf(form, at) : {};
  const problem = (path: string) => (own[path] ? t(own[path]) : refused[path]);

  const go = (to: StepName) => {
    // Whoever walks on is told what is wrong behind them.
    setAsked(new Set([...asked, ...steps.slice(0, steps.indexOf(to))]));
    const first = steps.slice(0, steps.indexOf(to)).find((step) => Object.keys(problemsOf(form, step)).length > 0);
    setAt(first ?? to);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (at !== 'review') return go(steps[index + 1]!);
    try {
      const { data } = await create({ variables: { input: inputOf(form), idempotencyKey: key } });
      sessionStorage.removeItem(KEPT);
      toast.show(t('founded', { name: data?.createConsortium.name ?? form.name }), { tone: 'success' });
      await navigate('/');
    } catch (failure) {
      const [field] = Object.keys(fieldErrors(failure)).map((path) => path.replace(/^input\./, ''));
      if (field) setAt(stepOfField(field));
    }
  };

  const Body = BODIES[at];
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} actions={<Button href="/" onClick={() => sessionStorage.removeItem(KEPT)}>{t('cancel')}</Button>} />
      <Box sx={{ display: 'grid', gap: 3, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 360px' } }}>
        <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper', p: { xs: 2, sm: 3 }, display: 'grid', gap: 3, minWidth: 0 }}>
          <Stepper nonLinear activeStep={index} orientation={narrow ? 'vertical' : 'horizontal'} aria-label={t('steps')}>
            {steps.map((step) => (
              <Step key={step} completed={steps.indexOf(step) < index}>
                <StepButton onClick={() => go(step)} aria-current={step === at ? 'step' : undefined}>{t(`step.${step}`)}</StepButton>
              </Step>
            ))}
          </Stepper>
          {error && <Alert severity="error">{errorText(error)}</Alert>}
          <Box sx={{ display: 'grid', gap: 2 }}><Body form={form} set={set} problem={problem} /></Box>
          {at === 'review' && blocked && <Alert severity="error">{t('blocked')}</Alert>}
          <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
            {index > 0 && <Button onClick={() => setAt(steps[index - 1]!)} disabled={loading}>{t('back')}</Button>}
            <Button type="submit" variant="contained" color="primary" loading={loading} disabled={at === 'review' && blocked}>{t(at === 'review' ? 'submit' : 'next')}</Button>
          </Box>
        </Box>
        <Box sx={{ position: { lg: 'sticky' }, top: { lg: 72 } }}><Checks findings={findings} /></Box>
      </Box>
    </>
  );
}
