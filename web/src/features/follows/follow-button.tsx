import { lazy, Suspense, useState } from 'react';
import type { Person } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { useMe } from '../auth/session.ts';
import { useRequireMe } from '../auth/use-require-me.ts';
import { followStateOf, useFollow } from './use-follow.ts';

const Confirm = lazy(() => import('../../ui/confirm.tsx'));

interface FollowButtonProps {
  person: Pick<Person, 'id' | 'username' | 'isPrivate' | 'viewer'>;
  size?: 'small' | 'medium';
  className?: string;
}

const LABELS = { following: 'Following', requested: 'Requested', none: 'Follow' } as const;

export function FollowButton({ person, size = 'small', className = '' }: FollowButtonProps) {
  const me = useMe();
  const requireMe = useRequireMe();
  const follow = useFollow(person);
  const [asking, setAsking] = useState(false);
  if (me?.id === person.id) return null;

  const state = followStateOf(person.viewer);
  const press = () =>
    requireMe(() => {
      // Leaving a private account means asking again to come back.
      if (state === 'following' && person.isPrivate) setAsking(true);
      else follow.mutate(state === 'none');
    });
  const label = state === 'none' && person.viewer.followedBy ? 'Follow back' : LABELS[state];
  const name = {
    following: `Unfollow ${person.username}`,
    requested: `Take back the request to ${person.username}`,
    none: `Follow ${person.username}`,
  }[state];

  return (
    <>
      <Button
        size={size}
        look={state === 'none' ? 'primary' : 'quiet'}
        aria-label={name}
        title={name}
        onClick={press}
        className={`min-w-24 ${className}`}
      >
        {label}
      </Button>
      {asking && (
        <Suspense>
          <Confirm
            open
            title={`Unfollow ${person.username}?`}
            action="Unfollow"
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false);
              follow.mutate(false);
            }}
          >
            Their account is private. To see their photos again you would have to ask.
          </Confirm>
        </Suspense>
      )}
    </>
  );
}
