import { lazy, Suspense, useSyncExternalStore } from 'react';
import { closeShare, readShare, subscribeShare } from './share-prompt.ts';

const ShareDialog = lazy(() => import('./share-dialog.tsx'));

/** Stands in the shell, so that the choice stays open whatever becomes of the post it was opened from. */
export function ShareHost() {
  const post = useSyncExternalStore(subscribeShare, readShare);
  if (post === null) return null;
  return (
    <Suspense>
      <ShareDialog key={post.id} post={post} onClose={closeShare} />
    </Suspense>
  );
}
