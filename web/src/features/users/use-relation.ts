import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Person, User } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { patchPeople, patchUser } from './patch-viewer.ts';

type Relation = 'block' | 'mute';

const SAID = {
  block: { true: 'Blocked. Neither of you sees the other.', false: 'No longer blocked.' },
  mute: { true: 'Muted. Their posts stay out of your feed.', false: 'No longer muted.' },
} as const;

/** Blocks or mutes a person, or takes it back. Feeds are read anew, since they hold others' posts now. */
export function useRelation(person: Pick<Person, 'id' | 'username'>, relation: Relation) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => {
      const path = `/users/${person.id}/${relation}`;
      return on ? api.post<void>(path) : api.delete<void>(path);
    },
    onSuccess: (_answer, on) => {
      const viewer =
        relation === 'block'
          ? { blocking: on, ...(on ? { following: false, requested: false, followedBy: false } : {}) }
          : { muting: on };
      queryClient.setQueriesData({ queryKey: queryKeys.allPeople }, (value: unknown) =>
        patchPeople(value, person.id, viewer),
      );
      queryClient.setQueriesData<User>(
        { queryKey: queryKeys.allUsers },
        (user) => user && patchUser(user, person.id, viewer),
      );
      if (relation === 'block') {
        queryClient.removeQueries({ queryKey: queryKeys.postsOfUser(person.id) });
        void queryClient.invalidateQueries({ queryKey: queryKeys.allConversations });
      }
      void queryClient.invalidateQueries({ queryKey: ['posts', 'feed'] });
      notify(SAID[relation][`${on}`]);
    },
    onError: (error) => notifyError(describeError(error)),
  });
}
