import { useSuspenseQuery } from '@tanstack/react-query';
import { useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { queryKeys } from '../../api/query-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { PeopleList } from './people-list.tsx';
import { userQuery } from './use-user.ts';

/** Followers or following of the profile beneath it. */
export function FollowListDialog({ list }: { list: 'followers' | 'following' }) {
  const { username } = useParams({ from: '/app/@{$username}' });
  const { data: user } = useSuspenseQuery(userQuery(username));
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const close = () => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/@{$username}', params: { username }, resetScroll: false });
  };
  const isFollowers = list === 'followers';
  return (
    <Dialog open onClose={close} title={isFollowers ? 'Followers' : 'Following'}>
      <div className="min-h-80 px-5 py-3">
        <PeopleList
          queryKey={isFollowers ? queryKeys.followers(user.id) : queryKeys.following(user.id)}
          path={`/users/${user.id}/${list}`}
          empty={
            <EmptyState title={isFollowers ? 'No followers yet' : 'Follows nobody yet'}>
              {isFollowers ? 'People who follow this account appear here.' : 'People this account follows appear here.'}
            </EmptyState>
          }
        />
      </div>
    </Dialog>
  );
}

export function FollowersDialog() {
  return <FollowListDialog list="followers" />;
}

export function FollowingDialog() {
  return <FollowListDialog list="following" />;
}
