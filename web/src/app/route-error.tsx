import { useRouter } from '@tanstack/react-router';
import { ErrorState } from '../ui/states.tsx';

/** A page that broke. A chunk that did not load is loaded anew with the page. */
export function RouteError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const retry = () => {
    if (error instanceof TypeError) window.location.reload();
    reset();
    void router.invalidate();
  };
  return <ErrorState title="This page could not be shown" error={error} onRetry={retry} />;
}
