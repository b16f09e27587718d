import { EyeOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { countOf } from '../../format/count.ts';

const loadDialog = () => import('./likers-dialog.tsx');
const LikersDialog = lazy(loadDialog);

/** How many like a post, and the way to who they are. Where the author hides it, only they see it. */
export function LikesLine({ post }: { post: Pick<Post, 'id' | 'counts' | 'hideLikes'> }) {
  const [open, setOpen] = useState(false);
  const { likes } = post.counts;
  if (likes === null) return <p className="text-faint">The author hides how many like this.</p>;
  if (likes === 0 && !open) return null;
  return (
    <p className="flex items-center gap-2">
      <button
        type="button"
        aria-haspopup="dialog"
        className="tabular rounded-sm font-semibold hover:underline"
        onPointerEnter={loadDialog}
        onFocus={loadDialog}
        onClick={() => setOpen(true)}
      >
        {countOf(likes, 'like')}
      </button>
      {post.hideLikes && (
        <span className="inline-flex items-center gap-1 text-xs text-faint">
          <EyeOff className="size-3.5" aria-hidden="true" /> Only you see this
        </span>
      )}
      {open && (
        <Suspense>
          <LikersDialog post={post} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </p>
  );
}
