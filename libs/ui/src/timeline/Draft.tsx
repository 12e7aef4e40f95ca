import { spanOf } from './axis.ts';
import type { TimelineHost } from './host.ts';
import type { TimelineSelection } from './types.ts';

interface DraftProps {
  draft: TimelineSelection;
  layout: TimelineHost['layout'];
  axis: TimelineHost['axis'];
}

/** The booking that is being written, where it would lie. */
export function Draft({ draft, layout, axis }: DraftProps) {
  const span = spanOf(axis, draft.start, draft.end);
  if (!span) return null;
  return draft.resourceIds.map((id) => {
    const row = layout.rows[layout.indexOf.get(id) ?? -1];
    return row ? <div key={id} className="tl-draft" style={{ left: span.left, width: span.width, top: row.top + 4, height: row.height - 10 }} /> : null;
  });
}
