import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FollowState, Person, User } from '../../../../shared/contracts/index.ts';
import { changeQueries } from '../../api/change-queries.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';
import { patchPeople, patchUser } from '../users/patch-viewer.ts';

type Followable = Pick<Person, 'id' | 'username' | 'isPrivate' | 'viewer'>;

const VIEWER_OF: Record<FollowState, { following: boolean; requested: boolean }> = {
  following: { following: true, requested: false },
  requested: { following: false, requested: true },
  none: { following: false, requested: false },
};

export function followStateOf({ following, requested }: Person['viewer']): FollowState {
  if (following) return 'following';
  return requested ? 'requested' : 'none';
}

/** Follows, asks to follow a private account, or takes either back; every place that shows the person changes at once. */
export function useFollow(person: Followable) {
  const queryClient = useQueryClient();
  const show = (state: FollowState) => {
    const viewer = VIEWER_OF[state];
    changeQueries<unknown>(queryClient, queryKeys.allPeople, (value) => patchPeople(value, person.id, viewer));
    changeQueries<User>(queryClient, queryKeys.allUsers, (user) => user && patchUser(user, person.id, viewer));
  };
  return useMutation({
    scope: { id: `follow-${person.id}` },
    mutationFn: (follow: boolean) => {
      const path = `/users/${person.id}/follow`;
      return follow ? api.post<{ state: FollowState }>(path) : api.delete<{ state: FollowState }>(path);
    },
    onMutate: (follow) => {
      const before = followStateOf(person.viewer);
      show(follow ? (person.isPrivate ? 'requested' : 'following') : 'none');
      return { before };
    },
    onSuccess: ({ state }) => {
      show(state);
      // Whose posts the feed holds has changed; it is read anew on the next visit.
      void queryClient.invalidateQueries({ queryKey: ['posts', 'feed'], refetchType: 'none' });
      void queryClient.invalidateQueries({ queryKey: queryKeys.postsOfUser(person.id) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.user(person.username), refetchType: 'none' });
    },
    onError: (error, _follow, context) => {
      if (context) show(context.before);
      notifyError(describeError(error));
    },
  });
}
