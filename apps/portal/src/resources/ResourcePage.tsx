import { useCallback, useState } from 'react';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { Box, Button } from '@mui/material';
import AddIcon from '@mui/icons-material/AddOutlined';
import BlockIcon from '@mui/icons-material/BuildOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import TimelineIcon from '@mui/icons-material/CalendarViewWeekOutlined';
import { useParams } from 'react-router';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, PageHeader, SkeletonBlock, SkeletonPage, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { usePageTitle } from '../shell/usePageTitle.ts';
import { useUrlState } from '../shell/useUrlState.ts';
import { nextHour } from '../booking/next-hour.ts';
import { BookingDialog } from '../booking/BookingDialog.tsx';
import type { DialogSeed } from '../booking/BookingDialog.tsx';
import { useBookingActions } from '../booking/useBookingActions.ts';
import { ComingAllocations } from './ComingAllocations.tsx';
import { Panel } from '../shell/Facts.tsx';
import { PersonalDataCard } from './PersonalDataCard.tsx';
import { Basics, Hours, isPerson, Profession, RegisterData, Rules } from './ResourceSections.tsx';
import { ResourceReach } from './ResourceReach.tsx';
import { SharedBy } from './SharedBy.tsx';
import { useSession } from '../session/index.ts';
import { ResourceEdit } from './ResourceEdit.tsx';
import { ResourcePhoto } from './ResourcePhoto.tsx';
import { resources } from './resources.messages.ts';
import { ResourceAllocationsDocument, ResourceDocument } from './resources.generated.ts';
import type { ResourcePartsFragment } from './resources.generated.ts';
import { ResourceStateChip } from './ResourceStateChip.tsx';

const HOUR = 60 * 60 * 1000;
const ASIDE = { display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' } };
const STACK = { display: 'grid', gap: 2, minWidth: 0 };

export default function ResourcePage() {
  const t = useMessages(resources);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(ResourceDocument, { variables: { id } });
  const resource = data?.resource;
  usePageTitle(resource?.name);

  if (error && !data) return <ErrorState message={errorText(error)} onRetry={() => void refetch()} />;
  if (!data) {
    return <Box sx={ASIDE}><SkeletonPage /><SkeletonBlock height={280} /></Box>;
  }
  if (!resource) {
    return <EmptyState title={t('notFoundTitle')} action={<Button href="/resources">{t('toList')}</Button>}>{t('notFoundHelp')}</EmptyState>;
  }
  return <ResourceView resource={resource} />;
}

function ResourceView({ resource }: { resource: ResourcePartsFragment }) {
  const t = useMessages(resources);
  const c = useMessages(common);
  const [{ edit }, setUrl] = useUrlState({ edit: '' });
  const client = useApolloClient();
  const format = useFormat();
  const { me } = useSession();
  const [dialog, setDialog] = useState<DialogSeed>();
  const readAgain = useCallback(() => void client.refetchQueries({ include: [ResourceAllocationsDocument] }), [client]);
  const actions = useBookingActions(readAgain);
  const open = (kind: DialogSeed['kind']) => {
    const start = nextHour(Date.now(), format.timeZone);
    setDialog({ kind, start, end: start + 2 * HOUR, resources: [resource] });
  };
  const editing = edit === '1' && resource.viewerCanUpdate;

  if (editing) return <ResourceEdit resource={resource} onClose={() => setUrl({ edit: '' })} />;
  return (
    <>
      <PageHeader
        title={resource.name}
        badge={<ResourceStateChip state={resource.state} />}
        description={
          <>
            {c(`resourceKind.${resource.kind}`)} · {resource.owner.name}{resource.consortium && ` · ${resource.consortium}`}
            {!resource.bookable && ` · ${t('notBookable', { state: c(`resourceState.${resource.state}`) })}`}
          </>
        }
        actions={
          <>
            {resource.viewerCanUpdate && <Button startIcon={<EditIcon />} onClick={() => setUrl({ edit: '1' })}>{t('edit')}</Button>}
            {resource.viewerCanBlock && <Button startIcon={<BlockIcon />} onClick={() => open('maintenance')}>{t('block')}</Button>}
            {!resource.consortium && <Button startIcon={<TimelineIcon />} href={`/timeline?resource=${resource.id}`}>{t('showTimeline')}</Button>}
            <Button href={`/grants?resource=${resource.id}`}>{t('why')}</Button>
            {resource.viewerCanBook && resource.bookable && (
              <Button color="primary" variant="contained" startIcon={<AddIcon />} onClick={() => open('booking')}>{t('book')}</Button>
            )}
          </>
        }
      />
      <Box sx={ASIDE}>
        <Box sx={STACK}>
          <Panel title={t('section.basics')}><Basics resource={resource} /></Panel>
          <Panel title={t('section.hours')}><Hours resource={resource} /></Panel>
          <Panel title={t('section.rules')}><Rules resource={resource} /></Panel>
          {resource.profession && <Panel title={t('section.profession')}><Profession profession={resource.profession} /></Panel>}
          <RegisterData resource={resource} />
        </Box>
        <Box sx={STACK}>
          {resource.consortium ? <SharedBy resourceId={resource.id} /> : <ResourcePhoto resource={resource} />}
          {resource.personalData && <Panel title={t('section.personal')}><PersonalDataCard resource={resource} /></Panel>}
          <ComingAllocations resourceId={resource.id} />
          {!isPerson(resource) && !resource.consortium && (resource.viewerCanUpdate || resource.owner.id === me.organisation?.id) && <ResourceReach resourceId={resource.id} />}
        </Box>
      </Box>
      {dialog && (
        <BookingDialog
          seed={dialog}
          actions={actions}
          canBook={dialog.kind === 'booking'}
          canBlock={dialog.kind === 'maintenance'}
          onDone={readAgain}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
