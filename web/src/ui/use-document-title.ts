import { useEffect } from 'react';

/** The tab's title while a page is shown. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Rimlight` : 'Rimlight';
  }, [title]);
}
