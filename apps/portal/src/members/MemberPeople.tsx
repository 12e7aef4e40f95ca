import { useState } from 'react';
import { Box, Button, Link } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, SkeletonLines, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { members } from './members.messages.ts';
import { MemberPeopleDocument } from './members.generated.ts';

/** Who works for a member, as far as the viewer may know. */
export function MemberPeople({ organisationId }: { organisationId: string }) {
  const t = useMessages(members);
  const words = useMessages(common);
  const format = useFormat();
  const [more, setMore] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(MemberPeopleDocument, { variables: { organisationId, first: 20 } });
  const page = data?.people;
  return (
    <Panel title={page ? t('peopleCount', { count: page.totalCount }) : t('people')}>
      {error && !page && <ErrorState dense message={errorText(error)} onRetry={() => void refetch()} />}
      {!page && !error && <SkeletonLines lines={4} />}
      {page?.nodes.length === 0 && <EmptyState dense title={t('peopleNone')}>{t('peopleNoneHelp')}</EmptyState>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {page?.nodes.map((person) => (
          <Box component="li" key={person.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Link href={`/people/${person.id}`} sx={{ minWidth: 96 }}>{person.name}</Link>
            <Box component="span" sx={{ color: 'own.faint', fontSize: 13 }}>
              {format.list(person.roleGrants.filter(({ organisation }) => organisation.id === organisationId).map(({ role, state }) => (state === 'COMING' ? t('coming', { role: words(`role.${role}`) }) : words(`role.${role}`))))}
            </Box>
          </Box>
        ))}
      </Box>
      {page?.pageInfo.hasNextPage && (
        <Button
          sx={{ mt: 1 }} loading={more}
          onClick={() => {
            setMore(true);
            void fetchMore({ variables: { after: page.pageInfo.endCursor } }).finally(() => setMore(false));
          }}
        >
          {words('loadMore')}
        </Button>
      )}
    </Panel>
  );
}
