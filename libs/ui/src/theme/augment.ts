import type { OwnColours } from './palette.ts';

declare module '@mui/material/styles' {
  interface Palette {
    own: OwnColours;
  }
  interface PaletteOptions {
    own?: OwnColours;
  }
}
