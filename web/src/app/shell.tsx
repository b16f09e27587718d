import { Link, Outlet } from '@tanstack/react-router';
import { Settings } from 'lucide-react';
import { useMe } from '../features/auth/session.ts';
import { CollectHost } from '../features/collections/collect-host.tsx';
import { useUnreadConversations } from '../features/conversations/use-unread-conversations.ts';
import { useUnread } from '../features/notifications/use-unread.ts';
import { ShareHost } from '../features/shares/share-host.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { LogoMark, Wordmark } from '../ui/logo.tsx';
import { DESTINATIONS, type Destination } from './destinations.ts';
import { NavLink } from './nav-link.tsx';
import { OfflineMark } from './offline-mark.tsx';
import { VisitorBar } from './visitor-bar.tsx';

/** The room around every page: rail or tabs, and the page. */
export function Shell() {
  const me = useMe();
  const unreadAt: Partial<Record<Destination['to'], number>> = {
    '/notifications': useUnread(),
    '/messages': useUnreadConversations().unread,
  };
  if (!me) {
    return (
      <>
        <VisitorBar />
        <main className="pb-16">
          <Outlet />
        </main>
      </>
    );
  }
  const own = { to: '/@{$username}', params: { username: me.username } } as const;
  const profile = <Avatar user={me} size={26} />;
  return (
    <>
      <a
        href="#main"
        className="fixed left-3 top-3 z-50 -translate-y-20 rounded-full bg-strong px-4 py-2 font-medium text-ground focus-visible:translate-y-0"
      >
        Skip to the page
      </a>
      <nav
        aria-label="Main"
        className="fixed inset-y-0 left-0 z-30 hidden w-[var(--rail)] flex-col border-r border-hairline px-3 pb-4 sm:flex"
      >
        <Link to="/" aria-label="Rimlight, home" className="flex h-20 items-center rounded-lg px-2.5">
          <Wordmark className="max-xl:hidden" />
          <LogoMark className="size-7 xl:hidden" />
        </Link>
        <div className="flex flex-1 flex-col gap-1.5">
          {DESTINATIONS.map(({ to, label, icon: Icon }) => (
            <NavLink
              key={to}
              shape="rail"
              target={{ to }}
              label={label}
              unread={unreadAt[to] ?? 0}
              icon={<Icon className="size-6" strokeWidth={1.75} />}
            />
          ))}
          <NavLink shape="rail" target={own} label="Profile" icon={profile} />
        </div>
        <Link
          to="/settings"
          aria-label="Settings"
          title="Settings"
          className="flex h-12 items-center gap-4 rounded-lg px-3 text-base text-soft transition hover:bg-raised hover:text-strong max-xl:w-12 max-xl:justify-center max-xl:px-0"
        >
          <Settings className="size-6" strokeWidth={1.75} />
          <span className="max-xl:hidden">Settings</span>
        </Link>
      </nav>
      <OfflineMark />
      <main id="main" tabIndex={-1} className="min-h-dvh pb-[var(--tabbar)] outline-none sm:pl-[var(--rail)]">
        <Outlet />
      </main>
      <CollectHost />
      <ShareHost />
      <nav
        aria-label="Main"
        data-tabs=""
        className="fixed inset-x-0 bottom-0 z-30 flex border-t border-hairline bg-ground/94 pb-safe backdrop-blur-md sm:hidden"
      >
        {DESTINATIONS.filter(({ tab }) => tab).map(({ to, label, icon: Icon }) => (
          <NavLink
            key={to}
            shape="tab"
            target={{ to }}
            label={label}
            unread={unreadAt[to] ?? 0}
            icon={<Icon className="size-6" strokeWidth={1.75} />}
          />
        ))}
        <NavLink shape="tab" target={own} label="Profile" icon={profile} />
      </nav>
    </>
  );
}
