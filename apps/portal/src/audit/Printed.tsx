import type { ReactNode } from 'react';
import { Box, GlobalStyles } from '@mui/material';

/** On paper there is the document alone: no navigation, no filters, black on white, the whole table. */
const PAPER = {
  '@page': { size: 'A4 landscape', margin: '14mm 12mm' },
  '@media print': {
    'html, body': { background: '#fff !important' },
    'aside, header, [role=search], [data-screen-only]': { display: 'none !important' },
    'main, main *': { color: '#000 !important', backgroundColor: 'transparent !important', backgroundImage: 'none !important' },
    main: { padding: '0 !important', maxWidth: 'none !important' },
    '[role=region]': { maxHeight: 'none !important', overflow: 'visible !important' },
    // A heading on each sheet, and no row cut in two.
    thead: { display: 'table-header-group' },
    'thead th': { position: 'static !important', borderBottom: '1px solid #000 !important' },
    tr: { breakInside: 'avoid' },
    'td, th': { fontSize: '9pt !important', padding: '3px 6px !important', height: 'auto !important' },
  },
} as const;

/** What stands on paper alone. */
export function OnPaper({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'none', '@media print': { display: 'block' } }}>{children}</Box>;
}

export function PaperStyles() {
  return <GlobalStyles styles={PAPER} />;
}
