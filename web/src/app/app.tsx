import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryClient } from '../api/query-client.ts';
import { whenSessionEnds } from '../api/refresh-session.ts';
import { onSessionMarkChange } from '../api/session-mark.ts';
import { findMe, forgetSession, sessionQuery } from '../features/auth/session.ts';
import { LogoMark } from '../ui/logo.tsx';
import { notify } from '../ui/notify.ts';
import { ErrorState } from '../ui/states.tsx';
import { router } from './router.tsx';

whenSessionEnds(() => {
  if (!findMe()) return;
  forgetSession();
  notify('Your session has ended. Log in to go on.');
  void router.invalidate();
});

onSessionMarkChange((present) => {
  if (present === Boolean(findMe())) return;
  if (present) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }).then(() => router.invalidate());
  else {
    forgetSession();
    void router.invalidate();
  }
});

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Pages />
    </QueryClientProvider>
  );
}

/** Waits until it is known who is there; then the router decides. */
function Pages() {
  const session = useQuery(sessionQuery);
  useEffect(() => {
    if (session.isSuccess) document.getElementById('root')?.removeAttribute('aria-busy');
  }, [session.isSuccess]);
  if (session.isSuccess) return <RouterProvider router={router} />;
  return (
    <div className="flex min-h-dvh flex-col items-center justify-center">
      {session.isError ? (
        <ErrorState title="Rimlight is out of reach" error={session.error} onRetry={() => session.refetch()} />
      ) : (
        <span role="status" aria-label="Loading" className="after-a-moment">
          <LogoMark className="size-14 shimmer" />
        </span>
      )}
    </div>
  );
}
