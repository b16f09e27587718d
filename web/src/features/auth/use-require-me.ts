import { useNavigate, useRouterState } from '@tanstack/react-router';
import { notify } from '../../ui/notify.ts';
import { useMe } from './session.ts';

/** Runs an action for someone logged in; a visitor is asked to log in and comes back here. */
export function useRequireMe(): (action: () => void) => void {
  const me = useMe();
  const navigate = useNavigate();
  const here = useRouterState({ select: (state) => state.location.maskedLocation?.href ?? state.location.href });
  return (action) => {
    if (me) return action();
    notify('Log in to do that.');
    void navigate({ to: '/login', search: { next: here } });
  };
}
