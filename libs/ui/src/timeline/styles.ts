import { styled } from '@mui/material/styles';
import { hatching } from '../StatusChip.tsx';
import { HEAD_HEIGHT } from './host.ts';

const own = (name: string) => `var(--gj-palette-own-${name})`;
const status = (tone: string, part: string) => own(`status-${tone}-${part}`);

/** Read aloud, not seen. */
const unseen = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' } as const;

/**
 * One class for the whole timeline: hundreds of bars come and go while scrolling,
 * and a styled component for each would compute its styles each time.
 */
export const TimelineRoot = styled('div')(({ theme }) => ({
  '--tl-closed': 'rgba(78, 89, 105, 0.07)',
  '--tl-hour': '#F0F1F4',
  '--tl-line': own('line'),
  '--tl-day': own('lineStrong'),
  '--tl-paper': 'var(--gj-palette-background-default)',
  '--tl-taken': '#EDEFF2',
  '--tl-taken-line': '#D3D7DE',
  ...theme.applyStyles('dark', {
    '--tl-closed': 'rgba(0, 0, 0, 0.24)',
    '--tl-hour': '#26282D',
    '--tl-taken': '#2A2D33',
    '--tl-taken-line': '#3F444D',
  }),
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  flex: 1,
  fontSize: 13,
  lineHeight: 1.4,

  '.tl-spoken': unseen,
  '.tl-scroller': { outline: 'none', position: 'relative', background: 'var(--tl-paper)', isolation: 'isolate', flex: 1, minHeight: 0, overflow: 'auto', overscrollBehavior: 'contain', touchAction: 'pan-x pan-y', WebkitTouchCallout: 'none' },
  '.tl-canvas': { position: 'relative' },

  '.tl-heading': { position: 'sticky', top: 0, zIndex: 5, display: 'flex', height: HEAD_HEIGHT, background: own('surface-subtle'), borderBottom: `1px solid var(--tl-line)` },
  '.tl-corner': {
    position: 'sticky', left: 0, zIndex: 1, flex: 'none', boxSizing: 'border-box', width: 'var(--tl-column)', padding: '0 12px',
    display: 'flex', alignItems: 'center', background: own('surface-subtle'), borderRight: `1px solid var(--tl-day)`, color: own('faint'),
  },
  '.tl-days': { position: 'relative', flex: 'none' },
  '.tl-day': { position: 'absolute', top: 0, height: HEAD_HEIGHT - 1, boxSizing: 'border-box', borderLeft: '1px solid var(--tl-day)', '&:first-of-type': { borderLeftColor: 'transparent' } },
  '.tl-date': { position: 'sticky', left: 'calc(var(--tl-column) + 8px)', display: 'inline-block', padding: '5px 8px 0', whiteSpace: 'nowrap', color: 'var(--gj-palette-text-primary)' },
  '.tl-weekend .tl-date': { color: own('faint') },
  '.tl-today .tl-date': { color: 'var(--gj-palette-primary-main)', fontWeight: 600 },
  // Days off are tinted as a whole; the word says it to those who do not see colours.
  '.tl-day:has(.tl-off)': { background: status('success', 'tint') },
  '.tl-date .tl-mark': { marginLeft: 4 },
  '.tl-mark': { position: 'relative', zIndex: 1, display: 'inline-block', marginLeft: 3, padding: '0 4px', borderRadius: 3, fontSize: 12, lineHeight: '17px', fontWeight: 500, whiteSpace: 'nowrap', cursor: 'default', verticalAlign: 1 },
  '.tl-off': { color: status('success', 'text'), border: `1px solid ${status('success', 'border')}`, background: status('success', 'tint') },
  '.tl-work': { color: status('pending', 'text'), border: `1px solid ${status('pending', 'border')}`, background: status('pending', 'tint') },
  '.tl-tick': { position: 'absolute', bottom: 4, paddingLeft: 5, fontSize: 12, color: own('faint') },

  '.tl-lines': { position: 'absolute', top: HEAD_HEIGHT, left: 'var(--tl-column)', pointerEvents: 'none' },
  '.tl-missing': {
    position: 'absolute', left: 0, width: 'var(--tl-column)', zIndex: 2, borderRight: '1px solid var(--tl-day)', boxSizing: 'border-box',
    background: `linear-gradient(var(--tl-line), var(--tl-line)) 12px 12px / 120px 8px no-repeat, var(--tl-paper)`,
    backgroundSize: '120px 44px', backgroundRepeat: 'repeat-y',
    backgroundImage: `linear-gradient(transparent 12px, var(--tl-line) 12px 20px, transparent 20px 26px, ${own('surface-hover')} 26px 32px, transparent 32px)`,
  },

  '.tl-row': { position: 'absolute', left: 0, width: 'var(--tl-full)', display: 'flex', boxSizing: 'border-box', borderBottom: '1px solid var(--tl-line)' },
  '.tl-head': {
    position: 'sticky', left: 0, zIndex: 3, flex: 'none', boxSizing: 'border-box', width: 'var(--tl-column)', padding: '0 4px 0 12px', display: 'flex', alignItems: 'center', gap: 8,
    background: 'var(--tl-paper)', borderRight: '1px solid var(--tl-day)',
  },
  '.tl-indent': { paddingLeft: 36 },
  '.tl-name': { flex: 1, minWidth: 0, lineHeight: 1.35 },
  '.tl-name > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '.tl-name > small': { fontSize: 12, color: own('faint') },
  '.tl-track': { position: 'relative', flex: 'none', backgroundRepeat: 'no-repeat' },
  '.tl-unbookable': { backgroundColor: 'var(--tl-closed)' },
  '.tl-row:hover .tl-head': { background: own('surface-subtle') },
  '.tl-chosen .tl-head, .tl-chosen:hover .tl-head': { background: own('surface-selected') },
  '.tl-loading::after': {
    content: '""', position: 'absolute', top: 9, height: 24, width: 120, left: 'var(--tl-at)', borderRadius: 4, background: own('surface-hover'),
    animation: 'tl-breathe 1.2s ease-in-out infinite alternate',
  },
  '@keyframes tl-breathe': { from: { opacity: 1 }, to: { opacity: 0.45 } },

  '.tl-choose, .tl-more': {
    flex: 'none', padding: 0, border: 0, background: 'none', cursor: 'pointer', color: 'inherit', borderRadius: 4,
    '&:focus-visible': { outline: '2px solid var(--gj-palette-primary-main)', outlineOffset: 1 },
  },
  '.tl-choose': {
    width: 16, height: 16, border: `1px solid ${own('faint')}`, background: 'var(--tl-paper)',
    '&:hover': { borderColor: 'var(--gj-palette-primary-main)' },
    '&[aria-pressed="true"]': { background: 'var(--gj-palette-primary-main)', borderColor: 'var(--gj-palette-primary-main)' },
    '&[aria-pressed="true"]::after': {
      content: '""', display: 'block', width: 4, height: 8, margin: '0 auto 2px', border: 'solid var(--gj-palette-primary-contrastText)', borderWidth: '0 2px 2px 0', rotate: '45deg',
    },
  },
  '.tl-more': {
    width: 24, height: 28, opacity: 0,
    '&::after': { content: '"⋯"', fontSize: 16, lineHeight: 1 },
    '&:hover': { background: own('surface-hover') },
    '&:focus-visible': { opacity: 1 },
    '@media (hover: none)': { opacity: 1 },
  },
  '.tl-row:hover .tl-more, .tl-more[aria-expanded="true"]': { opacity: 1 },

  '.tl-group': { background: own('surface-subtle') },
  '.tl-group-label': {
    position: 'sticky', left: 0, width: 'max-content', maxWidth: '100%', padding: '0 12px', display: 'flex', alignItems: 'center', gap: 8, fontWeight: 600, fontSize: 12,
    color: 'var(--gj-palette-text-secondary)', '& small': { fontWeight: 400, color: own('faint') },
  },

  '.tl-bar': {
    position: 'absolute', boxSizing: 'border-box', overflow: 'clip', border: '1px solid', borderLeftWidth: 3, borderRadius: 4, cursor: 'pointer', padding: '1px 0', userSelect: 'none', lineHeight: '16px',
    '&:focus-visible': { outline: '2px solid var(--gj-palette-primary-main)', outlineOffset: 1, zIndex: 1 },
    '&:hover': { zIndex: 1 },
  },
  // Only bars that can be longer than what is seen keep their words in sight: each sticky box costs a layer.
  '.tl-long .tl-words': { position: 'sticky', left: 'calc(var(--tl-column) + 6px)' },
  '.tl-words': { display: 'block', width: 'max-content', maxWidth: '100%', boxSizing: 'border-box', padding: '0 4px 0 6px', fontSize: 13 },
  '.tl-title, .tl-detail': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '.tl-detail': { fontSize: 12, lineHeight: '14px' },
  '.tl-low .tl-detail': { display: 'none' },
  // Too narrow for two lines of their own: the title takes both, broken between Chinese characters and between words.
  '.tl-narrow .tl-words': { padding: '0 1px 0 3px', width: 'auto' },
  '.tl-narrow .tl-title': { whiteSpace: 'normal', textOverflow: 'clip', fontSize: 12, lineHeight: '15px', maxHeight: 30 },
  '.tl-narrow .tl-detail': { display: 'none' },
  // Nothing of it can be read here, but it is still what the bar is called.
  '.tl-sliver .tl-title': unseen,
  ...Object.fromEntries(
    (['confirmed', 'pending', 'maintenance'] as const).map((tone) => [
      `.tl-${tone}`,
      { background: status(tone, 'tint'), borderColor: status(tone, 'border'), borderLeftColor: status(tone, 'bar'), color: status(tone, 'text') },
    ]),
  ),
  '.tl-bar.tl-pending': { border: `1px dashed ${status('pending', 'bar')}`, borderLeft: `3px solid ${status('pending', 'bar')}` },
  // The words stand on plain tint: the hatching would cost them their contrast.
  '.tl-bar.tl-maintenance': { backgroundImage: hatching(status('maintenance', 'border')) },
  '.tl-maintenance .tl-words > :not(.tl-spoken)': { width: 'fit-content', maxWidth: '100%', background: status('maintenance', 'tint'), paddingRight: 4 },
  '.tl-taken': { background: 'var(--tl-taken)', borderColor: 'var(--tl-taken-line)', color: 'var(--gj-palette-text-secondary)' },
  '.tl-cut-start': { borderLeftStyle: 'none', borderTopLeftRadius: 0, borderBottomLeftRadius: 0 },
  '.tl-cut-end': { borderRightStyle: 'none', borderTopRightRadius: 0, borderBottomRightRadius: 0 },
  '.tl-movable': { cursor: 'grab' },
  // In a short bar the middle third stays for moving it.
  '.tl-bar > i': { position: 'absolute', top: 0, bottom: 0, width: 'min(7px, 33%)', cursor: 'ew-resize' },
  '.tl-bar > i[data-edge="start"]': { left: -3 },
  '.tl-bar > i[data-edge="end"]': { right: -1 },
  '.tl-lifted': { opacity: 0.35 },
  '.tl-dragging .tl-cursor': { opacity: 0 },
  '.tl-dragging, .tl-dragging *': { userSelect: 'none', cursor: 'grabbing !important' },

  '.tl-cursor': {
    position: 'absolute', top: 2, bottom: 2, borderRadius: 4, pointerEvents: 'none',
    '&:focus': { outline: 'none', boxShadow: `inset 0 0 0 1px ${own('lineStrong')}` },
    '&:focus-visible': { outline: '2px solid var(--gj-palette-primary-main)', outlineOffset: -1, boxShadow: 'none', background: 'rgba(43, 95, 217, 0.06)' },
  },

  '.tl-over': { position: 'absolute', top: HEAD_HEIGHT, left: 'var(--tl-column)', zIndex: 2, pointerEvents: 'none' },
  '.tl-ghost, .tl-draft': {
    position: 'absolute', boxSizing: 'border-box', borderRadius: 4, border: '2px solid var(--gj-palette-primary-main)', background: 'color-mix(in srgb, var(--gj-palette-primary-main) 18%, transparent)',
    color: 'var(--gj-palette-text-primary)', fontSize: 12, lineHeight: '16px', whiteSpace: 'nowrap',
    '& > b, & > span': { display: 'block', width: 'max-content', padding: '0 6px', background: 'var(--tl-paper)', borderRadius: 3, margin: '1px 2px', fontWeight: 600, '&:empty': { display: 'none' } },
    '& > span': { fontWeight: 400, color: 'var(--gj-palette-error-main)' },
    '&[hidden]': { display: 'none' },
  },
  '.tl-ghost[data-verdict="conflict"], .tl-ghost[data-verdict="notBookable"], .tl-ghost[data-verdict="past"]': {
    borderColor: 'var(--gj-palette-error-main)', background: 'color-mix(in srgb, var(--gj-palette-error-main) 18%, transparent)',
  },
  '.tl-ghost[data-verdict="closed"]': {
    borderColor: status('pending', 'bar'), background: `color-mix(in srgb, ${status('pending', 'bar')} 20%, transparent)`,
    '& > span': { color: 'var(--gj-palette-warning-main)' },
  },
  '.tl-draft': { borderStyle: 'dashed' },
  '.tl-now': { position: 'absolute', top: 0, width: 0, borderLeft: '2px solid var(--gj-palette-error-main)', opacity: 0.75 },
  '.tl-now-head': { position: 'absolute', bottom: -4, width: 8, height: 8, marginLeft: -3, borderRadius: 4, background: 'var(--gj-palette-error-main)' },
}));
