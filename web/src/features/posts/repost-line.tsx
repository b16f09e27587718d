import { Link } from '@tanstack/react-router';
import { Repeat2 } from 'lucide-react';
import type { Author } from '../../../../shared/contracts/index.ts';
import { useMe } from '../auth/session.ts';

/** Who passed the post on. */
export function RepostLine({ by }: { by: Author }) {
  const me = useMe();
  return (
    <p className="flex items-center gap-2 pb-2 text-xs text-faint">
      <Repeat2 className="size-4" />
      <span>
        <Link
          to="/@{$username}"
          params={{ username: by.username }}
          className="rounded-sm font-medium hover:text-strong hover:underline"
        >
          {me?.id === by.id ? 'You' : by.username}
        </Link>{' '}
        passed this on
      </span>
    </p>
  );
}
