import { useState } from 'react';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import type { InvitationLineState, InvitationListField, Role } from '@gongjian/api/schema.types.ts';
import { ErrorState, FilterSelect, SelectInput, useToast } from '@gongjian/ui';
import type { Language } from '@gongjian/ui';
import { useLanguage, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { OrganisationPicker } from '../shell/OrganisationPicker.tsx';
import type { OrganisationChoice } from '../shell/OrganisationPicker.tsx';
import { InviteListLines } from './InviteListLines.tsx';
import { InviteListDocument, SendInviteListDocument } from './inviteList.generated.ts';
import type { InviteListPartsFragment } from './inviteList.generated.ts';
import { inviteList } from './inviteList.messages.ts';
import { type GoodDays, MailFields } from './MailFields.tsx';
import { RoleChoices } from './RoleChoices.tsx';
import { answersForAll } from './roles.ts';

const FIELDS: readonly InvitationListField[] = ['NAME', 'EMAIL', 'ORGANISATION', 'ROLES'];
const STATES: readonly InvitationLineState[] = ['NEW', 'INVITED', 'BAD'];

/** What would become of each line; whatever is chosen here is asked anew. */
export function InviteListReview({ fileId }: { fileId: string }) {
  const t = useMessages(inviteList);
  const toast = useToast();
  const { me } = useSession();
  const [organisation, setOrganisation] = useState<OrganisationChoice | null>(me.organisation);
  const [roles, setRoles] = useState<Role[]>([]);
  const [sheet, setSheet] = useState<string>();
  const [fields, setFields] = useState<Record<number, InvitationListField | null>>({});
  const [goodDays, setGoodDays] = useState<GoodDays>('14');
  const here = useLanguage();
  const [language, setLanguage] = useState<Language>(here);
  const [shown, setShown] = useState<InvitationLineState | ''>('');
  const input = { fileId, organisationId: organisation?.id ?? null, roles, sheet: sheet ?? null, columns: Object.entries(fields).map(([index, field]) => ({ index: Number(index), field })) };
  const { data, previousData, error, loading, refetch } = useQuery(InviteListDocument, { variables: { input }, fetchPolicy: 'network-only' });
  const [send, sending] = useMutation(SendInviteListDocument);
  const list = (data ?? previousData)?.invitationList;

  const submit = async () => {
    try {
      const { data: answer } = await send({
        variables: { input, goodDays: Number(goodDays), language },
        update: (cache, { data: answered }) => answered && cache.writeQuery({ query: InviteListDocument, variables: { input }, data: { invitationList: answered.inviteFromList.list } }),
      });
      toast.show(t('sent', { count: answer?.inviteFromList.sent ?? 0 }), { tone: 'success' });
    } catch {
      // Shown above the button.
    }
  };
  if (error) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!list) return <Box role="status">{t('reading')}<LinearProgress aria-hidden sx={{ mt: 1, maxWidth: 320 }} /></Box>;
  const { counts } = list;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography aria-live="polite" sx={{ fontWeight: 500 }}>{list.fileName}<br />{t('summary', { total: counts.total, fresh: counts.new, invited: counts.invited, bad: counts.bad })}</Typography>
      <Columns list={list} onSheet={setSheet} onField={(index, field) => setFields((before) => ({ ...before, [index]: field }))} />
      <Box component="section" aria-label={t('usual')} sx={{ display: 'grid', gap: 1.5, maxWidth: 760 }}>
        <Typography variant="h2">{t('usual')}</Typography>
        <OrganisationPicker label={t('organisation')} help={t('organisationHelp')} value={organisation} onChange={setOrganisation} only={answersForAll(me) ? null : me.organisation ? [me.organisation.id] : []} />
        <RoleChoices value={roles} onChange={setRoles} />
        <MailFields goodDays={goodDays} onGoodDays={setGoodDays} language={language} onLanguage={setLanguage} />
      </Box>
      {sending.error && <Alert severity="error">{errorText(sending.error)}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Button color="primary" variant="contained" disabled={counts.new === 0 || loading} loading={sending.loading} onClick={() => void submit()}>{counts.new > 0 ? t('send', { count: counts.new }) : t('nobody')}</Button>
        {counts.invited > 0 && <Button href="/people/invitations">{t('toInvitations')}</Button>}
      </Box>
      {list.refusedUrl && (
        <Alert severity="warning" action={<Button size="small" href={`${list.refusedUrl}&language=${here}`} download startIcon={<DownloadIcon />}>{t('download')}</Button>}>{t('downloadHelp')}</Alert>
      )}
      <Box><FilterSelect<InvitationLineState> label={t('show.all')} value={shown} onChange={setShown} options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))} width={170} /></Box>
      <InviteListLines key={shown} lines={list.lines.filter(({ state }) => !shown || state === shown)} />
    </Box>
  );
}

function Columns({ list, onSheet, onField }: { list: InviteListPartsFragment; onSheet: (sheet: string) => void; onField: (index: number, field: InvitationListField | null) => void }) {
  const t = useMessages(inviteList);
  return (
    <Box component="section" aria-label={t('columns')} sx={{ display: 'grid', gap: 1.5, maxWidth: 760 }}>
      <Typography variant="h2">{t('columns')}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {list.sheets.length > 1 && <SelectInput label={t('sheet')} value={list.sheet} onChange={onSheet} options={list.sheets.map((value) => ({ value, label: value }))} />}
        {list.columns.map(({ index, heading, field, samples }) => (
          <SelectInput<InvitationListField>
            key={index}
            label={t('columnFor', { heading: heading || t('noHeading') })}
            value={field ?? ''}
            emptyLabel={t('leaveOut')}
            onChange={(value) => onField(index, value || null)}
            help={samples.join(' | ')}
            options={FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
          />
        ))}
      </Box>
    </Box>
  );
}
