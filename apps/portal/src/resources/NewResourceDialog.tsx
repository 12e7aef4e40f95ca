import { useRef, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useNavigate } from 'react-router';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import { FieldRow, FormDialog, SelectInput, TextInput, useToast } from '@gongjian/ui';
import type { ResourceKind } from '@gongjian/api/schema.types.ts';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { focusProblem } from './focus-problem.ts';
import { KINDS } from './resource-filter.ts';
import { readNumber, without } from './resource-form.ts';
import { resources } from './resources.messages.ts';
import { CreateResourceDocument, ResourceOwnersDocument, ResourcesDocument } from './resources.generated.ts';

const EMPTY = { name: '', code: '', model: '', place: '', keeper: '', capacity: '' };
const PEOPLE: readonly ResourceKind[] = ['TEACHER', 'ENGINEER'];

/** The few facts that a resource cannot do without; the rest follows on its own page. */
export function NewResourceDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const toast = useToast();
  const navigate = useNavigate();
  const { me, access } = useSession();
  const allowed = access.importForOrganisationIds;
  const owners = useQuery(ResourceOwnersDocument, { variables: { first: 200 } });
  // One's own organisation is known at once; the others follow.
  const known = owners.data?.organisations.nodes ?? (me.organisation ? [me.organisation] : []);
  const choices = known.filter((owner) => !allowed || allowed.includes(owner.id));

  const [kind, setKind] = useState<ResourceKind>('EQUIPMENT');
  const [chosenOwner, setOwner] = useState('');
  const owner = chosenOwner || (choices.find((each) => each.id === me.organisation?.id)?.id ?? '');
  const [values, setValues] = useState(EMPTY);
  const [own, setOwn] = useState<Record<string, string>>({});
  const [key] = useState(newKey);
  const [create, { loading, error }] = useMutation(CreateResourceDocument, { refetchQueries: [ResourcesDocument] });
  const problems = { ...fieldErrors(error), ...own };
  const person = PEOPLE.includes(kind);
  const form = useRef<HTMLFormElement>(null);

  const field = (name: keyof typeof EMPTY) => ({
    value: values[name],
    error: problems[name],
    onChange: (value: string) => {
      setValues({ ...values, [name]: value });
      setOwn((now) => without(now, name));
    },
  });

  const submit = async () => {
    const found: Record<string, string> = {};
    if (values.name.trim() === '') found['name'] = t('required');
    if (owner === '') found['ownerId'] = t('required');
    if (values.capacity.trim() !== '' && readNumber(values.capacity) === null) found['capacity'] = t('wholeNumber');
    setOwn(found);
    if (Object.keys(found).length > 0) {
      focusProblem(form.current);
      return;
    }

    const filled = Object.fromEntries(Object.entries(values).filter(([name, value]) => name !== 'capacity' && value.trim() !== ''));
    const capacity = kind === 'VENUE' ? readNumber(values.capacity) : null;
    const answer = await create({
      variables: { input: { ...filled, name: values.name, kind, ownerId: owner, ...(capacity !== null && { capacity }) }, idempotencyKey: key },
    }).catch(() => undefined);
    const made = answer?.data?.createResource;
    if (!made) {
      focusProblem(form.current);
      return;
    }
    toast.show(t('created', { name: made.name }), { tone: 'success' });
    onClose();
    void navigate(`/resources/${made.id}`);
  };

  const general = error && Object.keys(fieldErrors(error)).length === 0;
  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth>
      <Box component="form" ref={form} noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }} sx={{ display: 'contents' }}>
        <DialogTitle>{t('newTitle')}</DialogTitle>
        <DialogContent>
          <Box sx={{ mb: 2, fontSize: 13, color: 'own.faint' }}>{t('newHelp')}</Box>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <FieldRow>
              <SelectInput
                label={t('field.kind')}
                value={kind}
                onChange={setKind}
                error={problems['kind']}
                options={KINDS.map((value) => ({ value, label: c(`resourceKind.${value}`) }))}
              />
              <SelectInput
                label={t('field.owner')}
                required
                value={owner}
                onChange={setOwner}
                error={problems['ownerId']}
                emptyLabel={t('choose')}
                options={choices.map((each) => ({ value: each.id, label: each.name }))}
              />
            </FieldRow>
            <TextInput label={t('field.name')} required autoFocus {...field('name')} />
            <FieldRow>
              <TextInput label={person ? t('field.codePerson') : t('field.code')} {...field('code')} />
              {kind === 'VENUE' && <TextInput label={t('field.capacity')} {...field('capacity')} slotProps={{ htmlInput: { inputMode: 'numeric' } }} />}
              {kind === 'EQUIPMENT' && <TextInput label={t('field.model')} {...field('model')} />}
              <TextInput label={t('field.place')} {...field('place')} />
              {!person && <TextInput label={t('field.keeper')} {...field('keeper')} />}
            </FieldRow>
            {general && <Alert severity="error">{errorText(error)}</Alert>}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{c('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t('create')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
