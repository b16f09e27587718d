import { Link, type LinkProps, useMatchRoute } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { formatCount } from '../format/count.ts';
import { cx } from '../ui/class-names.ts';
import { WithBadge } from '../ui/with-badge.tsx';

interface NavLinkProps {
  target: Pick<LinkProps, 'to' | 'params'>;
  label: string;
  icon: ReactNode;
  /** What waits there unseen. */
  unread?: number;
  /** A tab at the bottom of a phone, or a line of the rail. */
  shape: 'tab' | 'rail';
}

/** Where one is, the rim lights the edge. Pressing the current place goes to its top. */
export function NavLink({ target, label, icon, unread = 0, shape }: NavLinkProps) {
  const matchRoute = useMatchRoute();
  const here = Boolean(matchRoute({ ...target, fuzzy: target.to === '/messages' }));
  const name = unread > 0 ? `${label}, ${formatCount(unread)} unread` : label;
  const toTop = (event: MouseEvent) => {
    if (!here || window.scrollY === 0) return;
    event.preventDefault();
    window.scrollTo({ top: 0, behavior: 'smooth' });
  };
  if (shape === 'tab') {
    return (
      <Link
        {...target}
        aria-label={name}
        aria-current={here ? 'page' : undefined}
        onClick={toTop}
        className={cx(
          'relative flex h-14 flex-1 items-center justify-center focus-visible:-outline-offset-4',
          here ? 'text-strong' : 'text-faint',
        )}
      >
        <WithBadge unread={unread}>{icon}</WithBadge>
        {here && (
          <span className="absolute top-0 h-[2px] w-9 rounded-full bg-[var(--rim)] shadow-[0_1px_10px_var(--rim)]" />
        )}
      </Link>
    );
  }
  return (
    <Link
      {...target}
      aria-label={name}
      aria-current={here ? 'page' : undefined}
      title={label}
      onClick={toTop}
      className={cx(
        'group relative flex h-12 items-center gap-4 rounded-lg px-3 text-base transition hover:bg-raised max-xl:w-12 max-xl:justify-center max-xl:px-0',
        here ? 'font-semibold text-strong' : 'text-soft hover:text-strong',
      )}
    >
      {here && (
        <span className="absolute -left-3 h-7 w-[3px] rounded-full bg-[var(--rim)] shadow-[1px_0_12px_var(--rim)]" />
      )}
      <WithBadge unread={unread}>{icon}</WithBadge>
      <span className="max-xl:hidden">{label}</span>
    </Link>
  );
}
