import { Box, LinearProgress, Typography } from '@mui/material';
import { useFormat } from '@gongjian/ui';

/** How far the server has come, in words and as a bar. */
export function ImportProgress({ title, help, share }: { title: string; help: string; share: number }) {
  const format = useFormat();
  return (
    <Box sx={{ maxWidth: 560, py: 4 }}>
      <Box role="status" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>{title}</Typography>
        <span>{format.percent(share)}</span>
      </Box>
      <LinearProgress aria-label={title} variant={share > 0 ? 'determinate' : 'indeterminate'} value={Math.min(1, share) * 100} sx={{ my: 1.5 }} />
      <Box sx={{ fontSize: 13, color: 'own.faint' }}>{help}</Box>
    </Box>
  );
}
