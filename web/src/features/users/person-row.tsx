import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Author } from '../../../../shared/contracts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

interface PersonRowProps {
  person: Author;
  /** A second line instead of the full name. */
  note?: string;
  action?: ReactNode;
}

export function PersonRow({ person, note, action }: PersonRowProps) {
  return (
    <div className="flex items-center gap-3 py-2">
      <Link
        to="/@{$username}"
        params={{ username: person.username }}
        className="group flex min-w-0 flex-1 items-center gap-3 rounded-lg"
      >
        <Avatar user={person} size={44} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold group-hover:underline">{person.username}</span>
          <span className={note ? 'line-clamp-2 text-xs text-faint' : 'block truncate text-soft'}>
            {note ?? person.fullName}
          </span>
        </span>
      </Link>
      {action}
    </div>
  );
}

const SKELETON_ROWS = ['1', '2', '3', '4', '5', '6'];

export function PersonRowsSkeleton() {
  return (
    <div className="after-a-moment" aria-hidden="true">
      {SKELETON_ROWS.map((row) => (
        <div key={row} className="flex items-center gap-3 py-2">
          <Skeleton className="size-11 rounded-full" />
          <span className="flex-1">
            <Skeleton className="h-3.5 w-28 rounded-sm" />
            <Skeleton className="mt-2 h-3 w-40 rounded-sm" />
          </span>
          <Skeleton className="h-8 w-24 rounded-full" />
        </div>
      ))}
    </div>
  );
}
