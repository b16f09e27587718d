import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { WEB_CLIENT_HEADERS } from '../../api/web-client.ts';
import { notifyError } from '../../ui/notify.ts';
import { forgetSession } from './session.ts';

export function useLogOut() {
  const router = useRouter();
  return useMutation({
    mutationFn: () => api.post<void>('/auth/logout', {}, WEB_CLIENT_HEADERS),
    onSuccess: async () => {
      forgetSession();
      await router.navigate({ to: '/' });
    },
    onError: (error) => notifyError(`You are still logged in. ${describeError(error)}`),
  });
}
