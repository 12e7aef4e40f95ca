import { Box, Link, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { useFormat } from '@gongjian/ui';
import { useMessages } from '../i18n/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { resources } from './resources.messages.ts';
import { SharedByDocument } from './resources.generated.ts';

/** Of a thing of another consortium: by which clause one has it, and until when. */
export function SharedBy({ resourceId }: { resourceId: string }) {
  const t = useMessages(resources);
  const format = useFormat();
  const { data } = useQuery(SharedByDocument, { variables: { resourceId } });
  const clauses = (data?.resourceAccess ?? []).filter(({ action }) => action === 'SEE').flatMap(({ steps }) => steps.filter(({ kind }) => kind === 'CLAUSE'));
  return (
    <Panel title={t('sharedBy')}>
      {!data ? <Skeleton variant="rounded" height={48} /> : clauses.map(({ text, clause }) => (
        <Box key={text} sx={{ display: 'grid', gap: 0.5 }}>
          <Typography variant="body2">{text}</Typography>
          {clause && (
            <Typography variant="caption">
              <Link href={`/agreements/${clause.agreement.id}`}>{t('reachLine', { agreement: clause.agreement.number, number: clause.number, day: format.day(clause.agreement.until) })}</Link>
              <Box component="span" sx={{ display: 'block', mt: 0.5, color: 'own.faint' }}>{clause.sentence}</Box>
            </Typography>
          )}
        </Box>
      ))}
    </Panel>
  );
}
