import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { ErrorState, PageHeader, SkeletonBlock, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { Card } from './Card.tsx';
import { AdministrationDocument } from './home.generated.ts';
import { home } from './home.messages.ts';

/** For those who administer a consortium and see nothing of what it shares: what there is to look after. */
export default function AdministratorHome() {
  const t = useMessages(home);
  const words = useMessages(common);
  const format = useFormat();
  const { me } = useSession();
  const { data, error, refetch } = useQuery(AdministrationDocument);
  const figures = data && [
    { label: t('administration.members'), value: data.organisations.totalCount, href: '/members' },
    ...(me.viewerCanManagePeople
      ? [
          { label: t('administration.people'), value: data.people.totalCount, href: '/people' },
          { label: t('administration.withoutRole'), value: data.former.totalCount, href: '/people?state=former' },
          { label: t('administration.suspended'), value: data.suspended.totalCount, href: '/people?state=suspended' },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader title={t('administration.title')} description={`${format.list(me.roles.map((role) => words(`role.${role}`)))} · ${me.consortium?.name ?? ''}`} />
      {error && !data && <ErrorState message={errorText(error)} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonBlock height={120} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(4, minmax(0, 1fr))' } }}>
        {figures?.map(({ label, value, href }) => (
          <Card key={label} title={label} action={<Button size="small" href={href} aria-label={t('administration.openNamed', { label })}>{t('administration.open')}</Button>}>
            <Typography sx={{ fontSize: 28, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>{value}</Typography>
          </Card>
        ))}
      </Box>
      {(me.viewerReadsAudit || me.consortium?.settings?.viewerCanUpdate) && (
        <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {me.viewerReadsAudit && <Button href="/audit">{t('administration.audit')}</Button>}
          {me.consortium?.settings?.viewerCanUpdate && <Button href="/settings">{t('administration.settings')}</Button>}
        </Box>
      )}
      <Typography variant="body2" sx={{ mt: 2, color: 'own.faint' }}>{t('administration.note')}</Typography>
    </>
  );
}
