import { Box } from '@mui/material';
import { SkeletonLines, useFormat } from '@gongjian/ui';
import { common, useMessages } from '../i18n/index.ts';
import type { HomeLoadQuery } from './home.generated.ts';

/** How much of the opening hours of each kind is taken. */
export function KindShares({ kinds }: { kinds: HomeLoadQuery['parkLoad']['byKind'] | undefined }) {
  const words = useMessages(common);
  const format = useFormat();
  if (!kinds) return <SkeletonLines lines={4} height={28} />;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
      {kinds.filter((kind) => kind.resourceCount > 0).map(({ kind, share }) => (
        <Box component="li" key={kind} sx={{ display: 'grid', gridTemplateColumns: '88px minmax(0, 1fr) 48px', alignItems: 'center', gap: 1.5, fontSize: 13 }}>
          <span>{words(`resourceKind.${kind}`)}</span>
          <Box aria-hidden sx={{ height: 6, borderRadius: '3px', bgcolor: 'own.surface.hover', overflow: 'hidden' }}>
            <Box sx={{ height: '100%', bgcolor: 'primary.main' }} style={{ width: `${Math.min(100, share * 100)}%` }} />
          </Box>
          <Box component="span" sx={{ textAlign: 'right', color: 'text.secondary' }}>{format.percent(share)}</Box>
        </Box>
      ))}
    </Box>
  );
}
