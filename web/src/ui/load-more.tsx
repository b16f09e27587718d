import { useEffect, useRef } from 'react';
import { describeError } from '../api/describe-error.ts';
import { Button } from './button.tsx';
import { Spinner } from './spinner.tsx';

interface LoadMoreProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
  /** How far ahead of the end the next page is asked for. */
  ahead?: string;
}

/** Asks for the next page before its place is reached; a failed one can be tried again without losing the rest. */
export function LoadMore({ query, ahead = '800px' }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const waiting = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;

  useEffect(() => {
    const element = end.current;
    if (!element || !waiting) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && fetchNextPage(), {
      rootMargin: ahead,
      // The same within a box that scrolls by itself.
      scrollMargin: ahead,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [waiting, fetchNextPage, ahead]);

  return (
    <div ref={end} className="flex min-h-16 items-center justify-center py-4">
      {isFetchingNextPage && <Spinner className="size-6 text-accent" />}
      {isFetchNextPageError && !isFetchingNextPage && (
        <div role="alert" className="flex flex-col items-center gap-3 text-center text-sm text-soft">
          {describeError(query.error)}
          <Button look="quiet" size="small" onClick={() => fetchNextPage()}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
