import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FeedPage, FeedPost } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useMe } from '../auth/session.ts';

const LOOK_EVERY_MS = 30_000;

/** Whether someone published since this feed was read. `readAt` is when its first page came. */
export function useNewPosts(posts: FeedPost[], readAt: number): boolean {
  const me = useMe();
  const head = useQuery({
    queryKey: queryKeys.feedHead,
    queryFn: async ({ signal }) =>
      (await api.get<FeedPage>('/feed', { mode: 'latest', limit: 1 }, signal)).posts[0] ?? null,
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: true,
    enabled: readAt > 0,
    retry: false,
  });
  const [baseline, setBaseline] = useState<{ readAt: number; id: string } | null>(null);
  const newest = head.data;
  const headReadAt = head.dataUpdatedAt;

  useEffect(() => {
    // The first look after the feed was read is what "new" is measured against.
    if (headReadAt > readAt && baseline?.readAt !== readAt) setBaseline({ readAt, id: newest?.id ?? '' });
  }, [headReadAt, readAt, newest, baseline]);

  if (!newest || newest.author.id === me?.id) return false;
  if (posts.some(({ id }) => id === newest.id)) return false;
  const since = baseline?.readAt === readAt ? baseline.id : '';
  return since !== '' && newest.id > since;
}
