import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { WEB_CLIENT_HEADERS } from '../../api/web-client.ts';
import { notify } from '../../ui/notify.ts';
import { forgetSession } from '../auth/session.ts';

/** Deletes one's account, and leaves nothing of it in this browser. */
export function useDeleteAccount() {
  const router = useRouter();
  return useMutation({
    mutationFn: async (password: string) => {
      await api.delete<void>('/users/me', { password });
      // Only takes the cookie away: the session ended with the account.
      await api.post<void>('/auth/logout', {}, WEB_CLIENT_HEADERS).catch(() => undefined);
    },
    onSuccess: async () => {
      forgetSession();
      sessionStorage.clear();
      await router.navigate({ to: '/welcome', replace: true });
      notify('Your account is deleted.');
    },
  });
}
