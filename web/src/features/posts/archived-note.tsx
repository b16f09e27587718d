import { Archive } from 'lucide-react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { countOf } from '../../format/count.ts';
import { Button } from '../../ui/button.tsx';
import { useArchivePost } from './use-archive-post.ts';

/** Over a post of one's own that is out of everybody's sight: that it is, what comes back with it, and the way back. */
export function ArchivedNote({ post }: { post: Post }) {
  const archive = useArchivePost(post);
  const { likes, comments } = post.counts;
  return (
    <div className="flex items-center gap-3 border-b border-hairline bg-raised py-3 pl-4 pr-3">
      <Archive className="size-5 shrink-0 text-accent" strokeWidth={1.75} aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">Archived: only you see this</p>
        {Boolean(likes || comments) && (
          <p className="tabular text-xs text-faint">
            {countOf(likes ?? 0, 'like')} and {countOf(comments, 'comment')} come back with it.
          </p>
        )}
      </div>
      <Button size="small" busy={archive.isPending} onClick={() => archive.mutate(false)}>
        Restore
      </Button>
    </div>
  );
}
