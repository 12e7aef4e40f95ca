import { useState } from 'react';
import type { FormEvent } from 'react';
import { Alert, Box, Button, Checkbox, DialogActions, DialogContent, DialogTitle, FormControlLabel, FormHelperText, FormLabel, IconButton, Typography } from '@mui/material';
import CloseIcon from '@mui/icons-material/CloseOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText, fieldErrors, newKey } from '@gongjian/api';
import type { AgreementKind } from '@gongjian/api/schema.types.ts';
import { addDays, DayInput, FieldRow, FormDialog, SelectInput, TextInput, useToast, useToday } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { OrganisationPicker } from '../shell/OrganisationPicker.tsx';
import type { OrganisationChoice } from '../shell/OrganisationPicker.tsx';
import { CreateAgreementDocument, OwnMembershipDocument, UpdateAgreementDocument } from './agreements.generated.ts';
import type { AgreementViewFragment } from './agreements.generated.ts';
import { agreements } from './agreements.messages.ts';
import { GuestPicker } from './GuestPicker.tsx';
import type { Guest } from './GuestPicker.tsx';

interface Props {
  /** The one that is changed; a new one when left out. */
  agreement?: AgreementViewFragment;
  onClose: () => void;
  onDone: (id: string) => void;
}

/** The head of an agreement: what it is called, between whom, from when until when. */
export function AgreementDialog({ agreement, onClose, onDone }: Props) {
  const t = useMessages(agreements);
  const words = useMessages(common);
  const { me } = useSession();
  const toast = useToast();
  const today = useToday();
  const [kind, setKind] = useState<AgreementKind>(agreement?.kind ?? 'COOPERATION');
  const [title, setTitle] = useState(agreement?.title ?? '');
  const [purpose, setPurpose] = useState(agreement?.purpose ?? '');
  const [parties, setParties] = useState<Invited[]>(agreement ? agreement.parties.map(({ organisation, consortium, forConsortium: whole }) => ({ id: organisation.id, name: organisation.name, ...(consortium && { consortium, forConsortium: whole }) })) : me.organisation ? [me.organisation] : []);
  const [forConsortium, setForConsortium] = useState(agreement?.parties.some(({ organisation, forConsortium: whole }) => whole && organisation.id === me.organisation?.id) ?? false);
  const own = useQuery(OwnMembershipDocument, { variables: { id: me.organisation?.id ?? '' }, skip: !me.organisation || !parties.some(({ consortium }) => consortium) });
  const isLead = own.data?.organisation?.membership?.kind === 'LEAD';
  const [since, setSince] = useState(agreement?.since ?? today);
  const [last, setLast] = useState(agreement ? addDays(agreement.until, -1) : '');
  const [notice, setNotice] = useState(String(agreement?.noticeDays ?? 30));
  const [asked, setAsked] = useState(false);
  const [key] = useState(newKey);
  const [create, creating] = useMutation(CreateAgreementDocument);
  const [update, updating] = useMutation(UpdateAgreementDocument);
  const error = creating.error ?? updating.error;
  const loading = creating.loading || updating.loading;

  const problems = { title: title.trim() ? undefined : t('titleMissing'), parties: parties.length > 1 ? undefined : t('partiesMissing'), until: last ? undefined : t('untilMissing') };
  const refused = fieldErrors(error);
  const ofParties = Object.entries(refused).find(([field]) => field.startsWith('partyIds'))?.[1];
  const shown = {
    title: (asked && problems.title) || refused['title'],
    purpose: refused['purpose'],
    parties: (asked && problems.parties) || ofParties,
    since: refused['since'],
    until: (asked && problems.until) || refused['until'],
    notice: refused['noticeDays'],
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.values(problems).some(Boolean)) return;
    const input = { title: title.trim(), purpose: purpose.trim() || null, partyIds: parties.map(({ id }) => id), guests: parties.flatMap(({ id, consortium, forConsortium: whole }) => (consortium ? [{ organisationId: id, consortiumId: consortium.id, forConsortium: whole ?? false }] : [])), forConsortium: isLead && forConsortium, since: since || today, until: addDays(last, 1), noticeDays: Number(notice) || 0 };
    try {
      if (agreement) {
        await update({ variables: { id: agreement.id, version: agreement.version, input } });
        toast.show(t('saved'), { tone: 'success' });
        onDone(agreement.id);
      } else {
        const { data } = await create({ variables: { input: { kind, ...input }, idempotencyKey: key } });
        toast.show(t('created', { title: input.title }), { tone: 'success' });
        onDone(data!.createAgreement.id);
      }
      onClose();
    } catch {
      // Shown at its field, or above the form.
    }
  };

  return (
    <FormDialog busy={loading} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="agreement-form">
      <DialogTitle id="agreement-form">{t(agreement ? 'editTitle' : 'draftTitle')}</DialogTitle>
      <Box component="form" noValidate autoComplete="off" onSubmit={(event: FormEvent) => void submit(event)} sx={{ display: 'contents' }}>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {error && !Object.values(shown).some(Boolean) && <Alert severity="error">{errorText(error)}</Alert>}
          {!agreement && <SelectInput<AgreementKind> label={t('kind')} value={kind} onChange={setKind} options={(['COOPERATION', 'SHARING'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} />}
          <TextInput required autoFocus label={t('titleField')} placeholder={t('titlePlaceholder')} value={title} onChange={setTitle} error={shown.title || undefined} slotProps={{ htmlInput: { maxLength: 80 } }} />
          <Parties value={parties} onChange={setParties} error={shown.parties || undefined} />
          {isLead && parties.some(({ consortium }) => consortium) && <FormControlLabel control={<Checkbox checked={forConsortium} onChange={(_, on) => setForConsortium(on)} />} label={t('forConsortium')} />}
          <FieldRow columns={3}>
            <DayInput required label={t('since')} value={since} onChange={setSince} error={shown.since} />
            <DayInput required label={t('until')} value={last} onChange={setLast} min={since || today} error={shown.until || undefined} />
            <TextInput label={t('notice')} value={notice} onChange={setNotice} error={shown.notice} help={t('noticeHelp')} slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }} />
          </FieldRow>
          <TextInput multiline minRows={3} label={t('purpose')} value={purpose} onChange={setPurpose} error={shown.purpose} help={t('purposeHelp')} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={onClose} disabled={loading}>{words('cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" loading={loading}>{t(agreement ? 'save' : 'draft')}</Button>
        </DialogActions>
      </Box>
    </FormDialog>
  );
}

/** A member of this consortium, or a guest of another one. */
type Invited = OrganisationChoice & Partial<Pick<Guest, 'consortium' | 'forConsortium'>>;

/** 甲方 first; one moves up by its arrow. */
function Parties({ value, onChange, error }: { value: readonly Invited[]; onChange: (parties: Invited[]) => void; error?: string | undefined }) {
  const t = useMessages(agreements);
  const up = (index: number) => onChange(value.map((each, at) => (at === index - 1 ? value[index]! : at === index ? value[index - 1]! : each)));
  return (
    <Box role="group" aria-label={t('parties')}>
      <FormLabel component="span" sx={{ fontSize: 13 }} error={Boolean(error)}>{t('parties')}</FormLabel>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {value.map(({ id, name, consortium, forConsortium }, index) => (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.25 }}>
            <Typography component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{name}{index === 0 && <Box component="span" sx={{ ml: 1, fontSize: 12, color: 'own.faint' }}>{t('first')}</Box>}{consortium && <Box component="span" sx={{ ml: 1, fontSize: 12, color: 'own.faint' }}>{t(forConsortium ? 'wholeOf' : 'guestOf', { consortium: consortium.name })}</Box>}</Typography>
            {index > 0 && <IconButton size="small" aria-label={t('moveUp', { name })} onClick={() => up(index)}><UpIcon fontSize="small" /></IconButton>}
            <IconButton size="small" aria-label={t('removeParty', { name })} onClick={() => onChange(value.filter((each) => each.id !== id))}><CloseIcon fontSize="small" /></IconButton>
          </Box>
        ))}
      </Box>
      {/* A new one for each choice, so that the field is empty again. */}
      <Box sx={{ mt: 0.5 }}>
        <OrganisationPicker key={value.length} label={t('addParty')} value={null} onChange={(chosen) => chosen && !value.some(({ id }) => id === chosen.id) && onChange([...value, chosen])} />
      </Box>
      <FormHelperText error={Boolean(error)}>{error ?? t('partiesHelp')}</FormHelperText>
      <GuestPicker onAdd={(guest) => !value.some(({ id }) => id === guest.id) && onChange([...value, guest])} />
    </Box>
  );
}
