import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../../../../shared/contracts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { iconButtonClass } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** With whom one writes, and the ways back and to their profile. */
export function ConversationHeader({ person }: { person: Person }) {
  return (
    <Frame>
      <Link
        to="/@{$username}"
        params={{ username: person.username }}
        className="group flex min-w-0 items-center gap-3 rounded-lg"
      >
        <Avatar user={person} size={36} />
        <span className="min-w-0">
          <h2 className="truncate text-base font-semibold leading-5 group-hover:underline">{person.username}</h2>
          {person.fullName && <span className="block truncate text-xs text-faint">{person.fullName}</span>}
        </span>
      </Link>
    </Frame>
  );
}

export function ConversationHeaderSkeleton() {
  return (
    <Frame>
      <span className="after-a-moment flex items-center gap-3" aria-hidden="true">
        <Skeleton className="size-9 rounded-full" />
        <Skeleton className="h-3.5 w-28 rounded-sm" />
      </span>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <header className="box-content flex h-13 shrink-0 items-center gap-1 border-b border-hairline px-4 pt-safe">
      <Link
        to="/messages"
        search={(old) => old}
        aria-label="Back to your messages"
        title="Back to your messages"
        className={cx(iconButtonClass, '-ml-3 md:hidden')}
      >
        <ArrowLeft className="size-5" />
      </Link>
      {children}
    </header>
  );
}
