import { Box } from '@mui/material';
import { SkeletonPage } from '@gongjian/ui';

/** Looks like the static skeleton of index.html, so that nothing jumps while the first page loads. */
export function BootSkeleton() {
  return (
    <Box sx={{ display: 'flex', minHeight: '100vh' }}>
      <Box sx={{ width: 224, display: { xs: 'none', md: 'block' }, bgcolor: 'own.surface.sidebar', borderRight: 1, borderColor: 'divider' }} />
      <Box sx={{ flex: 1 }}>
        <Box sx={{ height: 48, borderBottom: 1, borderColor: 'divider' }} />
        <Box sx={{ p: { xs: 2, md: 3 } }}><SkeletonPage /></Box>
      </Box>
    </Box>
  );
}
