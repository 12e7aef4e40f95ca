import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

export interface Viewport {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Size and scroll position of an element. Scrolling reports through `same`: nothing is drawn while it says so. */
export function useViewport(target: RefObject<HTMLElement | null>, same: (a: Viewport, b: Viewport) => boolean): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ top: 0, left: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = target.current;
    if (!element) return undefined;
    const read = () => {
      const now = { top: element.scrollTop, left: element.scrollLeft, width: element.clientWidth, height: element.clientHeight };
      setViewport((before) => (before.width === now.width && before.height === now.height && same(before, now) ? before : now));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [target, same]);
  return viewport;
}
