import { Box, Link } from '@mui/material';

interface Props {
  name: string;
  /** What is searched for stays when one goes on. */
  find: string;
  current?: boolean;
  block?: boolean;
}

export const referencePath = (name: string, find: string): string => `/developers/reference?${new URLSearchParams({ ...(find && { find }), show: name })}`;

/** A name of the graph that leads to what it means. */
export function Named({ name, find, current, block }: Props) {
  return (
    <Link
      href={referencePath(name, find)} underline={block ? 'none' : 'always'} aria-current={current ? 'page' : undefined}
      sx={{
        fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 13, overflowWrap: 'anywhere',
        ...(block && { display: 'block', px: 1, py: 0.5, borderRadius: '6px', color: current ? 'primary.main' : 'text.primary', bgcolor: current ? 'own.surface.selected' : 'transparent', '&:hover': { bgcolor: 'own.surface.hover' }, '@media (pointer: coarse)': { py: 1.25 } }),
      }}
    >
      {name}
    </Link>
  );
}

/** `[Booking!]!` with a link where a type is named. */
export function TypeText({ type, find }: { type: string; find: string }) {
  const [, before = '', name = '', after = ''] = /^(\[*)(\w+)([\]!]*)$/.exec(type) ?? [];
  return <Box component="span" sx={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 13 }}>{before}<Named name={name} find={find} />{after}</Box>;
}
