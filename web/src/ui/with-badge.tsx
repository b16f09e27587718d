import type { ReactNode } from 'react';

/** A number on an icon; the name of the link around it says it too. */
export function WithBadge({ unread, children }: { unread: number; children: ReactNode }) {
  if (unread === 0) return children;
  return (
    <span className="relative inline-flex">
      {children}
      <span
        aria-hidden="true"
        className="absolute -right-2 -top-1.5 min-w-4 rounded-full bg-accent-fill px-1 text-center text-[0.625rem] font-semibold leading-4 text-on-accent tabular-nums"
      >
        {unread > 99 ? '99+' : unread}
      </span>
    </span>
  );
}
