import { Box, Button, Typography } from '@mui/material';

/** Above a list: in one line what else there is, and the way to it. */
export function PanelLine({ label, text, href, button }: { label: string; text: string; href: string; button: string }) {
  return (
    <Box component="section" aria-label={label} sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 2, px: 2, py: 1, border: 1, borderColor: 'divider', borderRadius: '8px', bgcolor: 'background.paper' }}>
      <Typography sx={{ flex: '1 1 200px' }}>{text}</Typography>
      <Button size="small" href={href}>{button}</Button>
    </Box>
  );
}
