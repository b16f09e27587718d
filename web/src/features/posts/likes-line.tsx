import type { Post } from '../../../../shared/contracts/index.ts';
import { countOf } from '../../format/count.ts';

/** How many like a post; nothing where the author hides it. */
export function LikesLine({ post }: { post: Pick<Post, 'counts'> }) {
  const { likes } = post.counts;
  if (likes === null || likes === 0) return null;
  return <p className="tabular font-semibold">{countOf(likes, 'like')}</p>;
}
