import type { ElementType } from 'react';
import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';

type Styled = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme & { palette: Theme['palette'] }>;

const focus = { outline: '2px solid var(--gj-palette-primary-main)', outlineOffset: 1 } as const;
const line = 'var(--gj-palette-own-line)';
const strong = 'var(--gj-palette-own-lineStrong)';
const hover = 'var(--gj-palette-own-surface-hover)';
const selected = 'var(--gj-palette-own-surface-selected)';
const subtle = 'var(--gj-palette-own-surface-subtle)';

const tones = { success: 'success', info: 'confirmed', warning: 'pending', error: 'danger' } as const;

/** The tints of the states, whose text is readable in both schemes; MUI would compute its own. */
function alertColours(severity: keyof typeof tones) {
  const colour = (part: string) => `var(--gj-palette-own-status-${tones[severity]}-${part})`;
  return { backgroundColor: colour('tint'), color: colour('text'), '& .MuiAlert-icon': { color: colour('bar') } };
}

/** MUI bent to the look of the portal: borders for shadows, 32 px controls, labels above fields, no ripple. */
export function components(link?: ElementType): Styled {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        html: { height: '100%' },
        body: { minHeight: '100%', fontVariantNumeric: 'tabular-nums', WebkitFontSmoothing: 'antialiased' },
        // Chinese faces draw curly quotes as wide as a character, which tears English apart.
        'html[lang="en"] body': { fontVariantEastAsian: 'proportional-width' },
        '#root': { minHeight: '100vh' },
        ':focus-visible': focus,
        'em, i, cite, address': { fontStyle: 'normal' },
        '@media (prefers-reduced-motion: reduce)': {
          // An animation without end would flicker at that length, and draw each frame anew.
          '*, *::before, *::after': { transitionDuration: '0s !important', transitionDelay: '0s !important', animationDuration: '0.01ms !important', animationIterationCount: '1 !important' },
        },
      },
    },
    MuiButtonBase: {
      defaultProps: { disableRipple: true, ...(link ? { LinkComponent: link } : {}) },
      styleOverrides: { root: { fontFamily: 'inherit', '&.Mui-focusVisible': focus } },
    },
    MuiLink: {
      defaultProps: { underline: 'hover', ...(link ? { component: link } : {}) } as never,
    },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit' },
      styleOverrides: {
        root: {
          minHeight: 32,
          padding: '4px 14px',
          whiteSpace: 'nowrap',
          '&.MuiButton-outlined.MuiButton-colorInherit': { borderColor: line, '&:hover': { backgroundColor: hover, borderColor: strong } },
          '&.MuiButton-text.MuiButton-colorInherit:hover': { backgroundColor: hover },
          '@media (pointer: coarse)': { minHeight: 40 },
        },
        sizeSmall: { minHeight: 28, padding: '2px 10px', fontSize: 13 },
        startIcon: { marginLeft: -2, marginRight: 6, '& > *:nth-of-type(1)': { fontSize: 18 } },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: { borderRadius: 6, width: 32, height: 32, padding: 6, '&:hover': { backgroundColor: hover }, '@media (pointer: coarse)': { width: 40, height: 40 } },
        edgeEnd: { marginRight: -4 },
      },
    },
    MuiSvgIcon: { styleOverrides: { root: { fontSize: 18 } } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { borderRadius: 8 } } },
    MuiMenu: { styleOverrides: { paper: { border: `1px solid ${line}`, borderRadius: 8 }, list: { padding: 4 } } },
    MuiPopover: { styleOverrides: { paper: { border: `1px solid ${line}`, borderRadius: 8 } } },
    MuiAutocomplete: {
      styleOverrides: {
        paper: { border: `1px solid ${line}`, borderRadius: 8 },
        listbox: { padding: 4, '& .MuiAutocomplete-option': { borderRadius: 6, minHeight: 32, padding: '4px 8px' } },
        inputRoot: { '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall': { padding: '0 8px', minHeight: 32, '@media (pointer: coarse)': { minHeight: 40 }, '& .MuiAutocomplete-input': { padding: '5.5px 2px' } } },
      },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          minHeight: 32,
          borderRadius: 6,
          padding: '4px 8px',
          '&:hover': { backgroundColor: hover },
          '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: selected },
          '@media (pointer: coarse)': { minHeight: 40 },
        },
      },
    },
    MuiDialog: {
      styleOverrides: { paper: { borderRadius: 10, border: `1px solid ${line}`, '@media (max-width: 599.95px)': { margin: 12, width: 'calc(100% - 24px)', maxHeight: 'calc(100% - 24px)' } } },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '20px 24px 8px' } } },
    MuiDialogContent: {
      styleOverrides: {
        root: {
          padding: '8px 24px 16px',
          // A line says that there is more below; at the end of the content a strip that moves with it covers the line.
          background: `linear-gradient(var(--gj-palette-background-paper), var(--gj-palette-background-paper)) bottom / 100% 1px no-repeat local, linear-gradient(${line}, ${line}) bottom / 100% 1px no-repeat scroll`,
        },
      },
    },
    MuiDialogActions: { styleOverrides: { root: { padding: '8px 24px 20px' } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true, slotProps: { inputLabel: { shrink: true } } } },
    MuiFormControl: { defaultProps: { size: 'small' } },
    // The label stands above its field: no floating, no notch.
    MuiInputLabel: {
      defaultProps: { shrink: true },
      styleOverrides: {
        root: {
          position: 'static',
          transform: 'none',
          maxWidth: '100%',
          marginBottom: 4,
          fontSize: 13,
          lineHeight: 1.5,
          whiteSpace: 'normal',
          color: 'var(--gj-palette-text-primary)',
          pointerEvents: 'auto',
        },
        asterisk: { color: 'var(--gj-palette-error-main)' },
      },
    },
    MuiOutlinedInput: {
      defaultProps: { notched: false, label: undefined },
      styleOverrides: {
        root: {
          minHeight: 32,
          fontSize: 14,
          backgroundColor: 'var(--gj-palette-background-paper)',
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: strong },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 2 },
          '@media (pointer: coarse)': { minHeight: 40 },
        },
        notchedOutline: { top: 0, borderColor: strong, '& legend': { display: 'none' } },
        input: {
          padding: '5.5px 10px',
          height: 21,
          '&:focus-visible': { outline: 'none' },
          // Phones zoom into fields whose text is smaller than 16 px.
          '@media (pointer: coarse)': { fontSize: 16 },
        },
        adornedStart: { paddingLeft: 10, '& .MuiOutlinedInput-input': { paddingLeft: 0 } },
        adornedEnd: { paddingRight: 8 },
        multiline: { padding: '5.5px 10px', '& textarea': { padding: 0 } },
      },
    },
    MuiSelect: { styleOverrides: { select: { minHeight: '21px !important', lineHeight: '21px' } } },
    MuiInputAdornment: { styleOverrides: { positionStart: { marginRight: 6 }, root: { color: 'var(--gj-palette-own-faint)' } } },
    MuiInputBase: { styleOverrides: { input: { '&::placeholder': { color: 'var(--gj-palette-own-faint)', opacity: 1 } } } },
    MuiFormHelperText: { styleOverrides: { root: { margin: '4px 0 0', fontSize: 12, lineHeight: 1.5 } } },
    MuiFormLabel: { styleOverrides: { root: { fontSize: 13, color: 'var(--gj-palette-text-primary)' } } },
    MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, '&.Mui-focusVisible': focus } } },
    MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, '&.Mui-focusVisible': focus } } },
    MuiSwitch: { defaultProps: { size: 'small' } },
    MuiChip: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderRadius: 4, height: 22, fontSize: 12 } } },
    MuiTooltip: { defaultProps: { enterDelay: 400 }, styleOverrides: { tooltip: { fontSize: 12, backgroundColor: '#2A2E36', color: '#FFFFFF' } } },
    MuiTabs: { styleOverrides: { root: { minHeight: 40, borderBottom: `1px solid ${line}` } } },
    MuiTab: { styleOverrides: { root: { minHeight: 40, minWidth: 0, padding: '8px 4px', marginRight: 24, fontSize: 14 } } },
    MuiToggleButtonGroup: { defaultProps: { size: 'small' } },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          height: 32,
          padding: '4px 12px',
          textTransform: 'none',
          color: 'var(--gj-palette-text-primary)',
          borderColor: line,
          '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: selected, color: 'var(--gj-palette-primary-main)' },
          '@media (pointer: coarse)': { height: 40 },
        },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { height: 36, padding: '6px 12px', fontSize: 14, borderColor: line },
        head: { fontWeight: 400, fontSize: 13, color: 'var(--gj-palette-text-secondary)', backgroundColor: subtle },
      },
    },
    MuiAlert: {
      styleOverrides: {
        root: {
          borderRadius: 6,
          padding: '4px 12px',
          '@media (max-width: 599.95px)': { flexWrap: 'wrap' },
          variants: (['success', 'info', 'warning', 'error'] as const).map((severity) => ({
            props: { variant: 'standard' as const, severity },
            style: alertColours(severity),
          })),
        },
        // Words and button share a line where there is room for both.
        message: { padding: '6px 0', flex: '1 1 0', minWidth: 0 },
        icon: { padding: '8px 0', marginRight: 8 },
        action: { padding: '4px 0', marginRight: 0, alignItems: 'flex-start', '@media (max-width: 599.95px)': { flex: '1 0 100%', paddingTop: 0, paddingBottom: 6, justifyContent: 'flex-end' } },
      },
    },
    MuiLinearProgress: { styleOverrides: { root: { borderRadius: 3, height: 6 } } },
    MuiSkeleton: { defaultProps: { animation: 'wave' } },
    MuiDrawer: { styleOverrides: { paper: { borderColor: line } } },
    MuiBackdrop: { styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(10, 12, 16, 0.45)' } } } },
  };
}
