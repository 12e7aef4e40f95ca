import { useMutation } from '@apollo/client/react';
import { Alert, Box, Button } from '@mui/material';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import { errorText } from '@gongjian/api';
import { DataTable, EmptyState } from '@gongjian/ui';
import type { Column } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { RevealSharedPeopleDocument } from './shared-data.generated.ts';
import type { RevealSharedPeopleMutation } from './shared-data.generated.ts';
import { sharedData } from './shared-data.messages.ts';
import type { DataSet } from './SharedDataPage.tsx';

type Person = RevealSharedPeopleMutation['revealSharedPeople'][number];

/** People are shown when somebody asks, which is recorded, and are nowhere once they are hidden again. */
export function SharedPeople({ set: { id, fields, giver } }: { set: DataSet }) {
  const t = useMessages(sharedData);
  const words = useMessages(common);
  const [reveal, { data, loading, error, reset }] = useMutation(RevealSharedPeopleDocument, { fetchPolicy: 'no-cache', variables: { grantId: id } });
  const people = data?.revealSharedPeople;
  const columns: Column<Person>[] = [
    ...(fields.includes('PERSON_NAME') ? [{ key: 'name', header: t('name'), cell: ({ name }: Person) => name }] : []),
    { key: 'kind', header: t('kind'), cell: ({ kind }) => words(`resourceKind.${kind}`) },
    ...(fields.includes('PROFESSION') ? [{ key: 'title', header: t('professional'), cell: ({ title }: Person) => title }, { key: 'level', header: t('level'), cell: ({ skillLevel }: Person) => skillLevel }] : []),
    ...(fields.includes('PERSON_CONTACT') ? [{ key: 'contact', header: t('contact'), cell: ({ contact }: Person) => contact }] : []),
  ];
  return (
    <Box sx={{ mt: 1.5 }}>
      {people ? <Button size="small" startIcon={<HideIcon />} onClick={reset}>{t('hidePeople')}</Button> : <Button size="small" startIcon={<ShowIcon />} loading={loading} onClick={() => void reveal().catch(() => undefined)}>{t('showPeople')}</Button>}
      {!people && <Box sx={{ mt: 0.75, fontSize: 12, color: 'own.faint' }}>{t('showPeopleHelp')}</Box>}
      {error && <Alert severity="error" sx={{ mt: 1 }}>{errorText(error)}</Alert>}
      {people && <Box sx={{ mt: 1 }}><DataTable label={t('peopleOf', { name: giver.name })} columns={columns} rows={people} rowKey={(person) => person.id} empty={<EmptyState title={t('noPeople')} />} /></Box>}
    </Box>
  );
}
