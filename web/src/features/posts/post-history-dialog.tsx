import { useInfiniteQuery } from '@tanstack/react-query';
import type { Post, PostHistory } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { formatMoment } from '../../format/time.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { ErrorState } from '../../ui/states.tsx';

/** Each person once, however many photos they are on. */
function namesOf(people: readonly { username: string }[]): string[] {
  return [...new Set(people.map(({ username }) => username))];
}

/** What a post said before it was edited. */
export default function PostHistoryDialog({ post, onClose }: { post: Pick<Post, 'id'>; onClose: () => void }) {
  const query = useInfiniteQuery({
    queryKey: queryKeys.postHistory(post.id),
    queryFn: ({ pageParam, signal }) =>
      api.get<PostHistory>(`/posts/${post.id}/history`, { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const versions = query.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <Dialog open onClose={onClose} title="Earlier versions">
      <div className="min-h-40 px-5 py-4">
        {query.isPending && <Spinner className="size-6 text-accent" />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
        <ol className="flex flex-col gap-5">
          {versions.map((version) => (
            <li key={version.replacedAt}>
              <p className="text-xs text-faint">Until {formatMoment(version.replacedAt)}</p>
              <p dir="auto" className="mt-1 whitespace-pre-line">
                {version.caption || <span className="text-faint">No caption.</span>}
              </p>
              {version.location && <p className="mt-1 text-xs text-soft">{version.location.name}</p>}
              {version.people.length > 0 && (
                <p className="mt-1 text-xs text-soft">With {namesOf(version.people).join(', ')}</p>
              )}
              {Object.entries(version.altTexts).map(([mediaId, altText], index) => (
                <p key={mediaId} className="mt-1 text-xs text-faint">
                  {`Description${index > 0 ? ` ${index + 1}` : ''}: ${altText || 'none'}`}
                </p>
              ))}
            </li>
          ))}
        </ol>
        {query.hasNextPage && <LoadMore query={query} />}
      </div>
    </Dialog>
  );
}
