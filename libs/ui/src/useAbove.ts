import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

const pageOf = () => document.querySelector('main') ?? document.body;

/**
 * How many pixels of the page stand above an element, however far the page is scrolled: what fills the screen
 * from there down needs to know, and filters above it may take one line or two.
 */
export function useAbove(element: RefObject<HTMLElement | null>): number {
  const [above, setAbove] = useState(160);
  const measure = useEffectEvent(() => {
    if (element.current) setAbove(Math.round(element.current.getBoundingClientRect().top + pageOf().scrollTop + window.scrollY));
  });
  useLayoutEffect(() => measure(), []);
  // Parts of the page come and go as it is drawn; what they push down is measured when it has moved, and not at each drawing.
  useEffect(() => {
    const page = pageOf();
    const observer = new ResizeObserver(() => measure());
    observer.observe(page);
    for (const part of page.children) observer.observe(part);
    return () => observer.disconnect();
  });
  return above;
}
