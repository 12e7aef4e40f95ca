import { createContext, useContext, useEffect } from 'react';

export const PageTitleContext = createContext<(title: string | undefined) => void>(() => undefined);

/** Names the page in the breadcrumb and in the browser's tab: for pages of one record. */
export function usePageTitle(title: string | undefined): void {
  const set = useContext(PageTitleContext);
  useEffect(() => {
    set(title);
    return () => set(undefined);
  }, [set, title]);
}
