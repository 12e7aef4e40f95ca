import { useMemo } from 'react';
import { Box, Button, ButtonBase, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { errorText } from '@gongjian/api';
import { EmptyState, ErrorState, SearchInput, SkeletonLines } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import { useSession } from '../session/index.ts';
import { KINDS } from './place.ts';
import type { UrlState } from './place.ts';
import { timelineTexts } from './timeline.messages.ts';
import type { TimelineResources } from './useTimelineResources.ts';

interface Props {
  list: TimelineResources;
  url: UrlState;
  set: (change: Partial<UrlState>) => void;
}

/** Chooses the resource whose day one wants to see. */
export function ResourceList({ list, url, set }: Props) {
  const t = useMessages(timelineTexts);
  const say = useMessages(common);
  const { access } = useSession();
  const { resources, total, loading, error, more, reload } = list;
  const onSearch = useMemo(() => (q: string) => set({ q }), [set]);
  const filtered = Boolean(url.q || url.kind);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <SearchInput value={url.q} onChange={onSearch} placeholder={t('searchPlaceholder')} />
      <ToggleButtonGroup exclusive fullWidth value={url.kind} aria-label={t('kind')} onChange={(_, kind: string | null) => kind !== null && set({ kind })}>
        <ToggleButton value="" sx={{ width: 'auto', flex: '1 1 auto', px: 0.5, whiteSpace: 'nowrap' }}>{say('all')}</ToggleButton>
        {KINDS.map((kind) => <ToggleButton key={kind} value={kind} sx={{ width: 'auto', flex: '1 1 auto', px: 0.5, whiteSpace: 'nowrap' }}>{say(`resourceKind.${kind}`)}</ToggleButton>)}
      </ToggleButtonGroup>
      {error !== null && resources.length === 0 ? (
        <ErrorState message={errorText(error)} onRetry={reload} />
      ) : loading && resources.length === 0 ? (
        <SkeletonLines lines={8} height={44} />
      ) : resources.length === 0 ? (
        filtered ? (
          <EmptyState title={t('noMatchTitle')} action={<Button onClick={() => set({ q: '', kind: '' })}>{t('clear')}</Button>}>{t('noMatchHelp')}</EmptyState>
        ) : (
          <EmptyState title={t('emptyTitle')} action={access.canImport && <Button variant="contained" color="primary" href="/imports">{t('import')}</Button>}>
            {t(access.canImport ? 'emptyHelp' : 'emptyHelpReader')}
          </EmptyState>
        )
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {resources.map((resource) => (
            <Box component="li" key={resource.id} sx={{ borderBottom: 1, borderColor: 'own.line', contentVisibility: 'auto', containIntrinsicSize: '56px' }}>
              <ButtonBase onClick={() => set({ resource: resource.id, q: '' })} sx={{ width: '100%', minHeight: 52, display: 'block', textAlign: 'start', py: 0.75 }}>
                <Box>{resource.name}</Box>
                <Box sx={{ fontSize: 12, color: 'own.faint' }}>{[resource.owner.shortName, resource.place].filter(Boolean).join(' · ')}</Box>
              </ButtonBase>
            </Box>
          ))}
          {resources.length < total && <Button fullWidth variant="text" onClick={more}>{say('loadMore')}</Button>}
        </Box>
      )}
    </Box>
  );
}
