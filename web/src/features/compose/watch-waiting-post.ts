import type { QueryClient } from '@tanstack/react-query';
import type { Draft, Post } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { showSharedPost } from './show-shared-post.ts';

const FIRST_MS = 1_000;
const SLOWEST_MS = 15_000;
/** After this the list of drafts says how it stands. */
const GIVE_UP_MS = 15 * 60_000;

const openDrafts = async () => (await import('../../app/router.tsx')).router.navigate({ to: '/drafts' });

/** Follows a post that waits for its media until it is shared or one of them failed, and says so wherever one is. */
export async function watchWaitingPost(queryClient: QueryClient, id: string): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  for (let wait = FIRST_MS; Date.now() < until; wait = Math.min(SLOWEST_MS, wait * 1.5)) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const status = await statusOf(id);
    if (status === 'unknown' || status === 'waiting') continue;
    void queryClient.invalidateQueries({ queryKey: queryKeys.drafts });
    if (status === 'gone') {
      const post = await api.get<Post>(`/posts/${id}`).catch(() => null);
      if (!post) return;
      await showSharedPost(queryClient, post);
      notify('Shared.');
    } else if (status === 'failed') {
      notifyError('Your post could not be shared: one of its media failed.', {
        label: 'See why',
        onPress: () => void openDrafts(),
      });
    }
    return;
  }
}

async function statusOf(id: string): Promise<Draft['status'] | 'gone' | 'unknown'> {
  try {
    return (await api.get<Draft>(`/drafts/${id}`)).status;
  } catch (error) {
    return isStatus(error, 404) ? 'gone' : 'unknown';
  }
}
