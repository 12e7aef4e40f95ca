import { useEffect, useRef, useState } from 'react';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Alert, Box, Button } from '@mui/material';
import { useBlocker } from 'react-router';
import { errorCode, errorDetails, errorText, fieldErrors } from '@gongjian/api';
import { ConfirmDialog, PageHeader, useToast } from '@gongjian/ui';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { focusProblem } from './focus-problem.ts';
import { changedFields, numberProblems, patchOf, rebase, valuesOf, without } from './resource-form.ts';
import type { ResourceField } from './resource-form.ts';
import { ResourceFields } from './ResourceFields.tsx';
import { resources } from './resources.messages.ts';
import { ResourceDocument, UpdateResourceDocument } from './resources.generated.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { useFieldLabels } from './useFieldLabels.ts';

interface Props {
  resource: ResourcePartsFragment;
  onClose: () => void;
}

interface Stale {
  by?: string | undefined;
  fresh: ResourcePartsFragment;
}

/** The form of a resource. What one typed stays until it is saved or given up in so many words. */
export function ResourceEdit({ resource, onClose }: Props) {
  const t = useMessages(resources);
  const language = useLanguage();
  const client = useApolloClient();
  const toast = useToast();
  const labels = useFieldLabels(resource.kind);
  // The version that the form started from: a live change under the form must not become its base unseen.
  const [base, setBase] = useState(resource);
  const before = valuesOf(base, language);
  const [values, setValues] = useState(before);
  const [own, setOwn] = useState<Record<string, string>>({});
  const [stale, setStale] = useState<Stale>();
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [update, { loading, error, reset }] = useMutation(UpdateResourceDocument);

  const changed = changedFields(before, values);
  const dirty = changed.length > 0;
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);

  const server = stale ? {} : fieldErrors(error);
  const problems: Record<string, string> = { ...server, ...own };
  // The server names what it was sent.
  if (problems['openingHours']) problems['openingHoursText'] ??= problems['openingHours'];
  if (errorCode(error) === 'OPENING_HOURS_UNREADABLE') problems['openingHoursText'] ??= errorText(error);
  const marked = Object.keys(values).filter((field) => problems[field]).length;

  const change = (field: ResourceField, value: string | boolean) => {
    setValues((now) => ({ ...now, [field]: value }));
    setOwn((now) => without(now, field));
  };

  const save = async (onto: ResourcePartsFragment, mine: typeof values) => {
    const found: Record<string, string> = {};
    const from = valuesOf(onto, language);
    const fields = changedFields(from, mine);
    if (mine.name.trim() === '') found['name'] = t('required');
    for (const field of numberProblems(mine, fields)) found[field] = mine[field] === '' ? t('required') : t('wholeNumber');
    setOwn(found);
    if (Object.keys(found).length > 0) {
      focusProblem(form.current);
      return;
    }
    if (fields.length === 0) {
      toast.show(t('nothingChanged'));
      onClose();
      return;
    }
    try {
      await update({ variables: { id: onto.id, version: onto.version, input: patchOf(from, mine) } });
      toast.show(t('saved'), { tone: 'success' });
      onClose();
    } catch (problem) {
      if (errorCode(problem) !== 'STALE_VERSION') {
        focusProblem(form.current);
        return;
      }
      const now = await client.query({ query: ResourceDocument, variables: { id: onto.id }, fetchPolicy: 'network-only' }).catch(() => undefined);
      if (now?.data?.resource) setStale({ fresh: now.data.resource, by: nameIn(errorDetails(problem)) });
    }
  };

  const applyAgain = () => {
    if (!stale) return;
    const mine = rebase(before, values, valuesOf(stale.fresh, language));
    setBase(stale.fresh);
    setValues(mine);
    setStale(undefined);
    reset();
    void save(stale.fresh, mine);
  };

  const general = error && !stale && marked === 0 && errorCode(error) !== 'STALE_VERSION';
  return (
    <Box component="form" ref={form} noValidate onSubmit={(event) => { event.preventDefault(); void save(base, values); }}>
      <PageHeader title={t('editTitle', { name: base.name })} />
      {stale && (
        <StaleNotice
          kind={base.kind}
          by={stale.by}
          before={before}
          now={valuesOf(stale.fresh, language)}
          mine={values}
          onApply={applyAgain}
          onDiscard={onClose}
        />
      )}
      <ResourceFields resource={base} values={values} problems={problems} onChange={change} />
      <Box sx={{ position: 'sticky', bottom: 0, zIndex: 1, mt: 2, py: 1.5, bgcolor: 'background.default', borderTop: 1, borderColor: 'divider' }}>
        {marked > 0 && <Alert severity="error" sx={{ mb: 1 }}>{t('checkFields', { count: marked })}</Alert>}
        {general && <Alert severity="error" sx={{ mb: 1 }}>{errorText(error)}</Alert>}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" color="primary" variant="contained" loading={loading} disabled={Boolean(stale)}>{t('save')}</Button>
          <Button disabled={loading} onClick={() => (dirty ? setLeaving(true) : onClose())}>{t('cancel')}</Button>
        </Box>
      </Box>
      <ConfirmDialog
        open={leaving || blocker.state === 'blocked'}
        title={t('discardTitle')}
        confirmLabel={t('discard')}
        cancelLabel={t('keepEditing')}
        danger
        onConfirm={() => (blocker.state === 'blocked' ? blocker.proceed() : onClose())}
        onClose={() => {
          setLeaving(false);
          if (blocker.state === 'blocked') blocker.reset();
        }}
      >
        {t('discardHelp', { fields: changed.map((field) => labels[field]).join(t('listMark')) })}
      </ConfirmDialog>
    </Box>
  );
}

/** Who changed it, whether the server tells a name or a person. */
function nameIn(details: unknown): string | undefined {
  const by = (details as { changedBy?: string | { name?: string } | null } | undefined)?.changedBy;
  return typeof by === 'string' ? by : (by?.name ?? undefined);
}
