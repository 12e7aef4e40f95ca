import type { ElementType } from 'react';
import { createTheme } from '@mui/material/styles';
import { components } from './components.ts';
import { dark, light } from './palette.ts';
import './augment.ts';

/** Latin first, then the Chinese faces of each system; no web font for Chinese. */
export const fontFamily = [
  '-apple-system',
  'BlinkMacSystemFont',
  '"Segoe UI"',
  'Roboto',
  '"Helvetica Neue"',
  'Arial',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  'sans-serif',
].join(',');

const monotone = Array.from({ length: 24 }, () => 'none');
const popover = '0 6px 24px rgba(15, 20, 30, 0.12), 0 1px 4px rgba(15, 20, 30, 0.08)';
const dialog = '0 16px 48px rgba(15, 20, 30, 0.20)';

/** `link` is the router's link: every MUI Link and button with an `href` goes through it. */
export function createGongjianTheme(link?: ElementType) {
  return createTheme({
    cssVariables: { cssVarPrefix: 'gj', colorSchemeSelector: 'data-scheme' },
    colorSchemes: { light: { palette: light }, dark: { palette: dark } },
    shape: { borderRadius: 6 },
    spacing: 8,
    shadows: ['none', ...monotone].map((none, index) =>
      index === 0 ? 'none' : index >= 16 ? dialog : index >= 6 ? popover : none,
    ) as never,
    typography: {
      fontFamily,
      fontSize: 14,
      htmlFontSize: 16,
      fontWeightRegular: 400,
      fontWeightMedium: 500,
      fontWeightBold: 600,
      h1: { fontSize: 20, lineHeight: 1.5, fontWeight: 600, letterSpacing: 0 },
      h2: { fontSize: 16, lineHeight: 1.5, fontWeight: 600, letterSpacing: 0 },
      h3: { fontSize: 14, lineHeight: 1.5, fontWeight: 600, letterSpacing: 0 },
      body1: { fontSize: 14, lineHeight: 1.6, letterSpacing: 0 },
      body2: { fontSize: 13, lineHeight: 1.6, letterSpacing: 0 },
      caption: { fontSize: 12, lineHeight: 1.5, letterSpacing: 0 },
      subtitle1: { fontSize: 14, lineHeight: 1.6, letterSpacing: 0 },
      subtitle2: { fontSize: 13, lineHeight: 1.6, fontWeight: 600, letterSpacing: 0 },
      button: { fontSize: 14, lineHeight: 1.5, fontWeight: 500, textTransform: 'none', letterSpacing: 0 },
      overline: { fontSize: 12, lineHeight: 1.5, textTransform: 'none', letterSpacing: 0 },
    },
    // Who has asked their system for less motion sees everything arrive at once.
    motion: { reducedMotion: 'system' },
    transitions: { duration: { enteringScreen: 140, leavingScreen: 100, standard: 140, short: 120, shorter: 100, shortest: 80 } },
    components: components(link),
  });
}
