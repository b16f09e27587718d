import { lazy, Suspense } from 'react';
import { useMe } from '../features/auth/session.ts';

export const loadHome = () => import('../features/feed/home-page.tsx');
const HomePage = lazy(loadHome);
const SideColumn = lazy(() => import('../features/users/side-column.tsx'));

/** Home: the feed, with people to follow beside it where there is room. */
export function HomeGate() {
  const me = useMe();
  return (
    <Suspense>
      {me && (
        <div className="mx-auto flex max-w-[1060px] justify-center gap-16 lg:px-6">
          <div className="min-w-0 max-w-[560px] flex-1">
            <HomePage />
          </div>
          <aside className="hidden w-80 shrink-0 lg:block">
            <SideColumn />
          </aside>
        </div>
      )}
    </Suspense>
  );
}
