import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { UserRoundCheck } from 'lucide-react';
import type { PeoplePage, Person } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { notify, notifyError } from '../../ui/notify.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMe } from '../auth/session.ts';
import { PersonRow, PersonRowsSkeleton } from '../users/person-row.tsx';

export default function FollowRequestsPage() {
  useDocumentTitle('Follow requests');
  const query = useInfiniteQuery({
    queryKey: queryKeys.followRequests,
    queryFn: ({ pageParam, signal }) =>
      api.get<PeoplePage>('/follow-requests', { cursor: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const people = query.data?.pages.flatMap((page) => page.users) ?? [];
  return (
    <div className="mx-auto w-full max-w-[560px]">
      <PageHeader title="Follow requests" back />
      <div className="px-4 sm:px-0">
        {query.isPending && <PersonRowsSkeleton />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
        {query.data && people.length === 0 && (
          <EmptyState icon={<UserRoundCheck className="size-7" strokeWidth={1.5} />} title="No requests">
            While your account is private, people who want to follow you appear here and you decide.
          </EmptyState>
        )}
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <RequestRow person={person} />
            </li>
          ))}
        </ul>
        {query.data && <LoadMore query={query} />}
      </div>
    </div>
  );
}

function RequestRow({ person }: { person: Person }) {
  const queryClient = useQueryClient();
  const me = useMe();
  const answer = useMutation({
    mutationFn: (accept: boolean) => api.post<void>(`/follow-requests/${person.id}/${accept ? 'accept' : 'reject'}`),
    onSuccess: async (_answer, accept) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.followRequests });
      if (!accept || !me) return;
      void queryClient.invalidateQueries({ queryKey: queryKeys.user(me.username) });
      notify(`${person.username} follows you now.`);
    },
    onError: (error) => notifyError(describeError(error)),
  });
  return (
    <PersonRow
      person={person}
      action={
        <span className="flex gap-2">
          <Button
            size="small"
            busy={answer.isPending}
            aria-label={`Accept ${person.username}`}
            onClick={() => answer.mutate(true)}
          >
            Accept
          </Button>
          <Button
            size="small"
            look="quiet"
            disabled={answer.isPending}
            aria-label={`Decline ${person.username}`}
            onClick={() => answer.mutate(false)}
          >
            Decline
          </Button>
        </span>
      }
    />
  );
}
