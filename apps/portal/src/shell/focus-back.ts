/**
 * A dialog gives the keyboard back to the button that opened it. Where what was done has taken that button away, the keyboard
 * would stand at the end of the document; it goes on at the beginning of the page's content instead.
 */
export function keepKeyboardOnPage(): void {
  const isOverlay = (node: Node) => node instanceof Element && node.matches('.MuiModal-root');
  new MutationObserver((changes) => {
    if (!changes.some(({ removedNodes }) => [...removedNodes].some(isOverlay))) return;
    // The dialog has its say first.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && ![...document.body.children].some(isOverlay)) document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    });
  }).observe(document.body, { childList: true });
}
