import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import ResourcesIcon from '@mui/icons-material/PrecisionManufacturingOutlined';
import { useMutation, useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonPage, StatusChip, useFormat, useToast } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { OrganisationDepartureDialog } from '../leaving/OrganisationDepartureDialog.tsx';
import { SuspendDialog } from '../leaving/SuspendDialog.tsx';
import { SuspensionNotice } from '../leaving/SuspensionNotice.tsx';
import { useSession } from '../session/index.ts';
import { Facts, Panel } from '../shell/Facts.tsx';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { KindDialog } from './KindDialog.tsx';
import { MemberPeople } from './MemberPeople.tsx';
import { members } from './members.messages.ts';
import { Narrowing } from './Narrowing.tsx';
import { ContinueMembershipDocument, MemberPageDocument } from './members.generated.ts';
import type { MemberPageQuery } from './members.generated.ts';

type Organisation = NonNullable<MemberPageQuery['organisation']>;
type Member = Organisation & { membership: NonNullable<Organisation['membership']> };

const isMember = (organisation: Organisation): organisation is Member => organisation.membership !== null;

export default function MemberPage() {
  const t = useMessages(members);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(MemberPageDocument, { variables: { id } });
  usePageTitle(data?.organisation?.shortName);

  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage />;
  if (!data.organisation) return <EmptyState title={t('notFoundTitle')} action={<Button href="/members">{t('toList')}</Button>}>{t('notFoundHelp')}</EmptyState>;
  return isMember(data.organisation) ? <MemberView member={data.organisation} refetch={refetch} /> : <PartnerView partner={data.organisation} />;
}

/** One of another consortium: known by what it has agreed or booked here, and by nothing else. */
function PartnerView({ partner }: { partner: Organisation }) {
  const t = useMessages(members);
  const words = useMessages(common);
  return (
    <>
      <PageHeader title={partner.name} badge={<StatusChip tone="maintenance">{t('partner')}</StatusChip>} description={words(`organisationKind.${partner.kind}`)} actions={<Button href="/agreements">{t('partnerAgreements')}</Button>} />
      <Typography sx={{ mb: 2, color: 'text.secondary' }}>{t('partnerHelp')}</Typography>
      <OrganisationFacts organisation={partner} />
    </>
  );
}

function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const t = useMessages(members);
  const words = useMessages(common);
  return (
    <Panel title={t('facts')}>
      <Facts
        items={[
          { label: t('shortName'), value: organisation.shortName },
          { label: t('kind'), value: words(`organisationKind.${organisation.kind}`) },
          { label: t('usccShort'), value: <Box component="span" sx={{ fontFamily: 'monospace', fontSize: 13 }}>{organisation.uscc}</Box> },
        ]}
      />
    </Panel>
  );
}

function MemberView({ member, refetch }: { member: Member; refetch: () => Promise<unknown> }) {
  const t = useMessages(members);
  const words = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const [dialog, setDialog] = useState<'kind' | 'suspend' | 'leave'>();
  const close = () => setDialog(undefined);
  const toast = useToast();
  const [continueMembership, continuing] = useMutation(ContinueMembershipDocument);
  const { membership } = member;
  const gone = membership.state === 'ENDED';

  const stay = async () => {
    try {
      await continueMembership({ variables: { id: membership.id } });
      toast.show(t('stayed', { name: member.name }), { tone: 'success' });
      await refetch();
    } catch (error) {
      toast.show(errorText(error), { tone: 'error' });
    }
  };

  return (
    <>
      <PageHeader
        title={member.name}
        badge={
          membership.suspension ? <StatusChip tone="danger">{t('suspended')}</StatusChip>
            : gone ? <StatusChip tone="maintenance" pattern="solid">{t('left')}</StatusChip>
              : <StatusChip tone={membership.kind === 'MEMBER' ? 'maintenance' : 'confirmed'} pattern="solid">{words(`membershipKind.${membership.kind}`)}</StatusChip>
        }
        description={words(`organisationKind.${member.kind}`)}
        actions={
          <>
            {membership.viewerCanUpdate && !gone && <Button onClick={() => setDialog('kind')}>{t('changeKind')}</Button>}
            {membership.viewerCanSuspend && !membership.suspension && <Button onClick={() => setDialog('suspend')}>{t('suspend')}</Button>}
            {membership.viewerCanUpdate && !membership.until && <Button sx={{ color: 'error.main' }} onClick={() => setDialog('leave')}>{t('end')}</Button>}
            {membership.viewerCanUpdate && membership.until && !gone && <Button loading={continuing.loading} onClick={() => void stay()}>{t('stay')}</Button>}
            {me.viewerSharesContent && <Button startIcon={<ResourcesIcon />} href={`/resources?ownerIds=${member.id}`}>{t('resources')}</Button>}
          </>
        }
      />
      {membership.suspension && <SuspensionNotice suspension={membership.suspension} canLift={membership.viewerCanSuspend} onDone={refetch} />}
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '340px minmax(0, 1fr)' } }}>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <OrganisationFacts organisation={member} />
          <Panel title={t('memberships')}>
            <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {[membership, ...member.pastMemberships].map((term) => (
                <Box component="li" key={term.id} sx={{ py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
                  <Typography>{words(`membershipKind.${term.kind}`)}</Typography>
                  <Typography variant="caption" sx={{ color: 'own.faint' }}>{term.until ? `${format.day(term.since)} – ${format.day(term.until)}` : t('goingOn', { day: format.day(term.since) })}</Typography>
                </Box>
              ))}
            </Box>
          </Panel>
        </Box>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <MemberPeople organisationId={member.id} />
          <Narrowing member={member} />
        </Box>
      </Box>
      {dialog === 'kind' && <KindDialog member={member} onClose={close} onDone={refetch} />}
      {dialog === 'suspend' && <SuspendDialog whom={{ membershipId: membership.id }} name={member.name} onClose={close} onDone={refetch} />}
      {dialog === 'leave' && <OrganisationDepartureDialog organisation={member} onClose={close} onDone={refetch} />}
    </>
  );
}
