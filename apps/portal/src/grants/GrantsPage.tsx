import { Alert, Box, Link, Typography } from '@mui/material';
import YesIcon from '@mui/icons-material/CheckCircleOutlined';
import NoIcon from '@mui/icons-material/CancelOutlined';
import { useQuery } from '@apollo/client/react';
import { errorText } from '@gongjian/api';
import { EmptyState, PageHeader, SkeletonBlock, StatusChip } from '@gongjian/ui';
import type { PickedResourceFragment } from '../booking/booking.generated.ts';
import { ResourcePicker } from '../booking/ResourcePicker.tsx';
import { useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { Panel } from '../shell/Facts.tsx';
import { PersonPicker } from '../shell/PersonPicker.tsx';
import { useUrlState } from '../shell/useUrlState.ts';
import { AskedPersonDocument, AskedResourceDocument, ResourceAccessDocument } from './grants.generated.ts';
import type { ResourceAccessQuery } from './grants.generated.ts';
import { grants } from './grants.messages.ts';

type Answer = ResourceAccessQuery['resourceAccess'][number];

/** Who may do what with which thing, and why. Its address names both, so that it can be passed on. */
export default function GrantsPage() {
  const t = useMessages(grants);
  const { me } = useSession();
  const [{ resource: resourceId, person: personId }, setUrl] = useUrlState({ resource: '', person: '' });
  const asksOthers = me.viewerCanManagePeople || me.roles.some((role) => ['SECRETARY', 'PARK_ADMINISTRATOR', 'AUDITOR', 'SECURITY_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR'].includes(role));
  const resource = useQuery(AskedResourceDocument, { variables: { id: resourceId }, skip: !resourceId });
  const person = useQuery(AskedPersonDocument, { variables: { id: personId }, skip: !personId });
  const chosen: PickedResourceFragment[] = resourceId && resource.data?.resource ? [resource.data.resource] : [];
  return (
    <>
      <PageHeader title={t('title')} description={t('help')} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: asksOthers ? 'minmax(0, 1fr) 280px' : 'minmax(0, 1fr)' }, alignItems: 'start', mb: 2 }}>
        <ResourcePicker single chosen={chosen} help={t('chooseHelp')} onChange={(picked) => setUrl({ resource: picked[0]?.id ?? '' })} />
        {asksOthers && <PersonPicker label={t('person')} help={t('personHelp')} value={personId && person.data?.person ? person.data.person : null} onChange={(picked) => setUrl({ person: picked?.id ?? '' })} />}
      </Box>
      {resourceId ? <Answers resourceId={resourceId} personId={personId || null} /> : <EmptyState title={t('choose')} />}
    </>
  );
}

function Answers({ resourceId, personId }: { resourceId: string; personId: string | null }) {
  const { data, error } = useQuery(ResourceAccessDocument, { variables: { resourceId, personId }, fetchPolicy: 'cache-and-network' });
  if (error) return <Alert severity="error">{errorText(error)}</Alert>;
  if (!data) return <SkeletonBlock height={280} />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
      {data.resourceAccess.map((answer) => <Chain key={answer.action} answer={answer} />)}
    </Box>
  );
}

/** From the person to the record; it ends where something does not hold. */
function Chain({ answer }: { answer: Answer }) {
  const t = useMessages(grants);
  return (
    <Panel title={t(`action.${answer.action}`)} action={<StatusChip tone={answer.allowed ? 'confirmed' : 'danger'}>{t(answer.allowed ? 'yes' : 'no')}</StatusChip>}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {answer.steps.map(({ kind, text, holds, clause }, index) => (
          <Box component="li" key={kind} sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', gap: 1, pb: index === answer.steps.length - 1 ? 0 : 1.5, position: 'relative', '&:not(:last-of-type)::before': { content: '""', position: 'absolute', left: 11, top: 24, bottom: 0, borderLeft: 1, borderColor: 'divider' } }}>
            <Box sx={{ color: holds ? 'success.main' : 'error.main', lineHeight: 0 }}>{holds ? <YesIcon aria-hidden /> : <NoIcon titleAccess={t('stops')} />}</Box>
            <Box sx={{ minWidth: 0 }}>
              <Typography variant="caption" sx={{ color: 'own.faint' }}>{t(`kind.${kind}`)}</Typography>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere', fontWeight: holds ? 400 : 600 }}>{text}</Typography>
              {clause && <Link variant="body2" href={`/agreements/${clause.agreement.id}`}>{t('clauseOf', { agreement: clause.agreement.number, number: clause.number })}</Link>}
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
