import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PeoplePage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { FollowButton } from '../follows/follow-button.tsx';
import { PersonRow, PersonRowsSkeleton } from './person-row.tsx';

interface PeopleListProps {
  queryKey: readonly string[];
  path: string;
  empty: ReactNode;
  /** What to say instead of an error that trying again does not change. */
  refused?: (error: unknown) => ReactNode;
}

/** An endless list of people, each with a follow button. */
export function PeopleList({ queryKey, path, empty, refused }: PeopleListProps) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => api.get<PeoplePage>(path, { cursor: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  if (query.isPending) return <PersonRowsSkeleton />;
  if (query.isError && !query.data) {
    return refused?.(query.error) ?? <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  }
  const people = query.data.pages.flatMap((page) => page.users);
  if (people.length === 0) return empty;
  return (
    <>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} action={<FollowButton person={person} />} />
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </>
  );
}
