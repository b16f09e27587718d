import { queryOptions } from '@tanstack/react-query';
import type { Collection, CollectionsPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

const PAGE = 100;

/** All of them: a person has a few, and never more than fill two pages. */
async function readAll(postId: string | undefined, signal: AbortSignal): Promise<Collection[]> {
  const all: Collection[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.get<CollectionsPage>('/collections', { limit: PAGE, cursor, postId }, signal);
    all.push(...page.collections);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}

export const collectionsQuery = queryOptions({
  queryKey: queryKeys.collections,
  queryFn: ({ signal }) => readAll(undefined, signal),
});

/** The same, each telling whether it holds this post. */
export function collectionsAboutQuery(postId: string) {
  return queryOptions({
    queryKey: queryKeys.collectionsAbout(postId),
    queryFn: ({ signal }) => readAll(postId, signal),
  });
}
