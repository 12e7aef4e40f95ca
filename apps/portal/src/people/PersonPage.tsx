import { useState } from 'react';
import { Box, Button, Link, Typography } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import { useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonPage, StatusChip, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { PersonDepartureDialog } from '../leaving/PersonDepartureDialog.tsx';
import { SuspendDialog } from '../leaving/SuspendDialog.tsx';
import { SuspensionNotice } from '../leaving/SuspensionNotice.tsx';
import CorrectionNotices from '../privacy/CorrectionNotices.tsx';
import ClosingNotice from '../privacy/ClosingNotice.tsx';
import { useSession } from '../session/index.ts';
import { Facts, Panel } from '../shell/Facts.tsx';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { GrantDialog } from './GrantDialog.tsx';
import { GrantTable } from './GrantTable.tsx';
import { PersonPageDocument } from './people.generated.ts';
import type { PersonPageQuery } from './people.generated.ts';
import { people } from './people.messages.ts';

type Person = NonNullable<PersonPageQuery['person']>;

export default function PersonPage() {
  const t = useMessages(people);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(PersonPageDocument, { variables: { id } });
  usePageTitle(data?.person?.name);

  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonPage />;
  if (!data.person) return <EmptyState title={t('notFoundTitle')} action={<Button href="/people">{t('toList')}</Button>}>{t('notFoundHelp')}</EmptyState>;
  return <PersonView person={data.person} refetch={refetch} />;
}

function PersonView({ person, refetch }: { person: Person; refetch: () => Promise<unknown> }) {
  const t = useMessages(people);
  const words = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const [dialog, setDialog] = useState<'grant' | 'suspend' | 'depart'>();
  const close = () => setDialog(undefined);
  const open = person.roleHistory.filter(({ state }) => state !== 'ENDED');
  const mine = person.roleHistory.filter(({ viewerCanChange }) => viewerCanChange);
  const organisations = [...new Map(open.map(({ organisation }) => [organisation.id, organisation])).values()];

  return (
    <>
      <PageHeader
        title={person.name}
        badge={person.suspension ? <StatusChip tone="danger">{t('suspended')}</StatusChip> : open.length === 0 && <StatusChip tone="maintenance" pattern="solid">{t('withoutRole')}</StatusChip>}
        description={format.list(organisations.map(({ name }) => name))}
        actions={
          <>
            {person.viewerCanDepart && <Button onClick={() => setDialog('depart')}>{t('depart')}</Button>}
            {person.viewerCanSuspend && !person.suspension && <Button onClick={() => setDialog('suspend')}>{t('suspend')}</Button>}
            {me.viewerCanGrant && <Button variant="contained" color="primary" startIcon={<AddIcon />} onClick={() => setDialog('grant')}>{t('grant')}</Button>}
          </>
        }
      />
      <ClosingNotice personId={person.id} name={person.name} />
      <CorrectionNotices personId={person.id} name={person.name} onChange={refetch} />
      {person.suspension && <SuspensionNotice suspension={person.suspension} canLift={person.viewerCanSuspend} onDone={refetch} />}
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 320px' } }}>
        <Panel title={t('rolesOverTime')}><GrantTable person={person} grants={person.roleHistory} onChanged={refetch} /></Panel>
        <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
          <Panel title={t('facts')}>
            <Facts
              items={[
                { label: t('knownSince'), value: person.knownSince && format.date(person.knownSince) },
                { label: t('worksFor'), value: organisations.map(({ id, shortName }) => <Box key={id}><Link href={`/members/${id}`}>{shortName}</Link></Box>) },
                { label: t('openRoles'), value: String(open.length) },
              ]}
            />
          </Panel>
          {person.suspensions.length > 0 && (
            <Panel title={t('suspensions')}>
              <Box component="ul" sx={{ m: 0, pl: 2 }}>
                {person.suspensions.map((each) => (
                  <li key={each.id}>
                    <Typography variant="body2">{each.reason}</Typography>
                    <Typography variant="caption" sx={{ color: 'own.faint' }}>
                      {[`${format.day(each.since)} – ${each.until ? format.day(each.until) : ''}`, words(`termState.${each.state}`), each.suspendedBy.name].join(' · ')}
                    </Typography>
                  </li>
                ))}
              </Box>
            </Panel>
          )}
        </Box>
      </Box>
      {dialog === 'grant' && <GrantDialog person={person} usual={organisations[0] ?? null} onClose={close} onDone={refetch} />}
      {dialog === 'suspend' && <SuspendDialog whom={{ personId: person.id }} name={person.name} onClose={close} onDone={refetch} />}
      {dialog === 'depart' && <PersonDepartureDialog person={person} roles={mine} organisationId={me.viewerGrantsForAll ? null : (me.organisation?.id ?? null)} onClose={close} onDone={refetch} />}
    </>
  );
}
