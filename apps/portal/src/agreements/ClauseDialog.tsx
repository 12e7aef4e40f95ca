import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import type { ClauseKind } from '@gongjian/api/schema.types.ts';
import { FieldRow, FormDialog, SelectInput, TextInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { AddClauseDocument, UpdateClauseDocument } from './agreements.generated.ts';
import type { AgreementViewFragment, ClauseViewFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import { CLAUSE_KINDS, type ClauseForm, formOf, inputOf } from './clause-form.ts';
import { ClauseFields } from './ClauseFields.tsx';

interface Props {
  agreement: AgreementViewFragment;
  /** The one that is changed; a new one when left out. */
  clause?: ClauseViewFragment;
  onClose: () => void;
}

/** One thing that a party gives another one. */
export function ClauseDialog({ agreement, clause, onClose }: Props) {
  const t = useMessages(agreements);
  const words = useMessages(common);
  const toast = useToast();
  const [form, setForm] = useState<ClauseForm>(() => formOf(agreement, clause));
  const [key] = useState(newKey);
  const [add, adding] = useMutation(AddClauseDocument);
  const [update, updating] = useMutation(UpdateClauseDocument);
  const error = adding.error ?? updating.error;
  const loading = adding.loading || updating.loading;
  const refused = fieldErrors(error);
  const set = (change: Partial<ClauseForm>) => setForm((known) => ({ ...known, ...change }));
  const parties = agreement.parties.map(({ organisation, letter }) => ({ value: organisation.id, label: `${letter} · ${organisation.name}` }));
  // The other side follows, so that nobody gives to themselves.
  const others = (id: string) => parties.find(({ value }) => value !== id)?.value ?? '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (clause) await update({ variables: { id: clause.id, version: clause.version, input: inputOf(form) } });
      else await add({ variables: { agreementId: agreement.id, input: inputOf(form), idempotencyKey: key } });
      toast.show(t(clause ? 'clauseSaved' : 'clauseAdded'), { tone: 'success' });
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="clause-form">
      <DialogTitle id="clause-form">{clause ? t('clauseEditTitle', { number: clause.number }) : t('clauseTitle')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && Object.keys(refused).length === 0 && <Alert severity="error">{errorText(error)}</Alert>}
          <SelectInput<ClauseKind> label={t('clauseKind')} value={form.kind} onChange={(kind) => set({ kind })} options={CLAUSE_KINDS.map((value) => ({ value, label: t(`clause.${value}`) }))} />
          <FieldRow>
            <SelectInput label={t('giver')} value={form.giverId} onChange={(giverId) => set({ giverId, poolId: '', ...(giverId === form.takerId && { takerId: others(giverId) }) })} options={parties} error={refused['giverId']} />
            <SelectInput label={t('taker')} value={form.takerId} onChange={(takerId) => set({ takerId, ...(takerId === form.giverId && { giverId: others(takerId), poolId: '' }) })} options={parties} error={refused['takerId']} />
          </FieldRow>
          <ClauseFields form={form} set={set} refused={refused} giver={giverOf(agreement, form.giverId)} />
          <TextInput multiline minRows={2} label={t('wording')} value={form.wording} onChange={(wording) => set({ wording })} error={refused['wording']} help={t('wordingHelp')} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t(clause ? 'save' : 'addClause')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}

function giverOf({ parties }: AgreementViewFragment, giverId: string) {
  const party = parties.find(({ organisation }) => organisation.id === giverId);
  return party && { ...party.organisation, away: party.consortium !== null };
}
