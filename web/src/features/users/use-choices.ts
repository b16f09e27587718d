import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Author, PeoplePage, User } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useMe } from '../auth/session.ts';
import { useConversations } from '../conversations/use-conversations.ts';
import { findChoices, nameOf } from './find-choices.ts';
import { userQuery } from './use-user.ts';

const PAGE = 30;
const SETTLED_MS = 300;
const USERNAME = /^[a-z0-9._]{3,30}$/;

/** Those one wrote with last, those one follows, and whoever has exactly the name that is typed. */
export function useChoices(typed: string) {
  const me = useMe();
  const shown = useDeferredValue(typed);
  const settled = useSettled(nameOf(typed));
  const recent = useConversations('main');
  const following = useInfiniteQuery({
    queryKey: queryKeys.following(me?.id ?? ''),
    queryFn: ({ pageParam, signal }) =>
      api.get<PeoplePage>(`/users/${me?.id}/following`, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: Boolean(me),
  });
  const exact = useQuery({ ...userQuery(settled), enabled: USERNAME.test(settled), retry: false });

  const known: Author[] = [
    ...(recent.data?.pages.flatMap((page) => page.conversations.map((one) => one.with)) ?? []),
    ...(following.data?.pages.flatMap((page) => page.users) ?? []),
  ];
  const named = exact.data && nameOf(typed) === settled && canBeWrittenTo(exact.data) ? [exact.data] : [];
  const people = findChoices([...named, ...known], shown).filter(({ id }) => id !== me?.id);
  const isLooking = nameOf(typed) !== settled || (USERNAME.test(settled) && exact.isFetching);
  const failure = isStatus(exact.error, 404) ? null : exact.error;
  return {
    people,
    isPending: recent.isPending || following.isPending,
    isLooking,
    error: failure ?? (recent.isError && following.isError ? following.error : null),
    more: following,
  };
}

function canBeWrittenTo({ viewer }: User): boolean {
  return !viewer.blocking;
}

/** A value once it has not changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
