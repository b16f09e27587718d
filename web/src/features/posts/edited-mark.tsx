import { lazy, Suspense, useState } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';

const PostHistoryDialog = lazy(() => import('./post-history-dialog.tsx'));

/** Says that a post was edited, and leads to what it said before. */
export function EditedMark({ post }: { post: Pick<Post, 'id' | 'editedAt'> }) {
  const [open, setOpen] = useState(false);
  if (!post.editedAt) return null;
  return (
    <>
      {' · '}
      <button type="button" className="rounded-sm underline-offset-2 hover:underline" onClick={() => setOpen(true)}>
        edited
      </button>
      {open && (
        <Suspense>
          <PostHistoryDialog post={post} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
