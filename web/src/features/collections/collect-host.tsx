import { lazy, Suspense, useSyncExternalStore } from 'react';
import { closeCollect, readCollect, subscribeCollect } from './collect-prompt.ts';

const CollectDialog = lazy(() => import('./collect-dialog.tsx'));

/** Stands in the shell, so that the choice stays open whatever becomes of the post it was opened from. */
export function CollectHost() {
  const postId = useSyncExternalStore(subscribeCollect, readCollect);
  if (postId === null) return null;
  return (
    <Suspense>
      <CollectDialog postId={postId} onClose={closeCollect} />
    </Suspense>
  );
}
