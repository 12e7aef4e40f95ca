import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import { FormDialog, TextInput, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { CreatePoolDocument, UpdatePoolDocument } from './pools.generated.ts';
import type { PoolRowFragment } from './pools.generated.ts';
import { pools } from './pools.messages.ts';
import { type Thing, ThingsPicker } from './ThingsPicker.tsx';

/** A pool of the own organisation: what it is called and what is in it. */
export function PoolDialog({ pool, onClose, onDone }: { pool?: PoolRowFragment; onClose: () => void; onDone: () => void }) {
  const t = useMessages(pools);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const [name, setName] = useState(pool?.name ?? '');
  const [note, setNote] = useState(pool?.note ?? '');
  const [things, setThings] = useState<Thing[]>(pool?.resources ?? []);
  const [asked, setAsked] = useState(false);
  const [key] = useState(newKey);
  const [create, creating] = useMutation(CreatePoolDocument);
  const [update, updating] = useMutation(UpdatePoolDocument);
  const error = creating.error ?? updating.error;
  const busy = creating.loading || updating.loading;
  const refused = fieldErrors(error);
  const ofThings = Object.entries(refused).find(([field]) => field.startsWith('resourceIds'))?.[1];
  const shown = { name: (asked && !name.trim() ? t('nameMissing') : undefined) ?? refused['name'], things: (asked && things.length === 0 ? t('thingsMissing') : undefined) ?? ofThings, note: refused['note'] };
  const ownerId = pool?.owner.id ?? me.organisation?.id ?? '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.trim() || things.length === 0) return;
    const input = { name: name.trim(), note: note.trim() || null, resourceIds: things.map(({ id }) => id) };
    try {
      if (pool) await update({ variables: { id: pool.id, version: pool.version, input } });
      else await create({ variables: { input: { ownerId, ...input }, idempotencyKey: key } });
      toast.show(t(pool ? 'saved' : 'created'), { tone: 'success' });
      onDone();
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={busy} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="pool-form">
      <DialogTitle id="pool-form">{pool ? t('editNamed', { name: pool.name }) : t('create')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && !Object.values(shown).some(Boolean) && <Alert severity="error">{errorText(error)}</Alert>}
          <TextInput required autoFocus label={t('name')} placeholder={t('namePlaceholder')} value={name} onChange={setName} error={shown.name} slotProps={{ htmlInput: { maxLength: 60 } }} />
          <ThingsPicker ownerId={ownerId} value={things} onChange={setThings} error={shown.things} />
          <TextInput multiline minRows={2} label={t('note')} value={note} onChange={setNote} error={shown.note} slotProps={{ htmlInput: { maxLength: 500 } }} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={busy}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={busy}>{t(pool ? 'save' : 'create')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}
