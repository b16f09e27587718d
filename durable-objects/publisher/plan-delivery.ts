import type { PublishedPost } from '../../shared/db/posts/publish-posts.ts';
import { chooseModeChange } from '../../shared/domain/timelines/choose-mode.ts';
import { namesNobody, type PostDraft } from './post-draft.ts';

/** Cells that the publisher calls for one post: 50,000 followers where cells are full of them. */
export const DIRECT_CELLS = 50;

type Thresholds = { FANOUT_PAGE_CELLS: number; CELEBRITY_CELLS: number };

/**
 * `direct`: whoever published tells these cells, and nobody else has to hear of it. Else the queue does the work: a large
 * audience, one whose mode changes, people to be told.
 */
export type DeliveryPlan = { direct: boolean; cells: string[] };

/** Which cells are told at once that a post is there: the author's own always, the audience when it is a small one. */
export function planDelivery(
  draft: Pick<PostDraft, 'mentions' | 'people'>,
  { author, audience }: Pick<PublishedPost, 'author' | 'audience'>,
  limits: Thresholds,
): DeliveryPlan {
  const { mode, total, cells } = audience;
  const direct =
    namesNobody(draft) &&
    mode === 'push' &&
    cells.length <= Math.min(DIRECT_CELLS, limits.FANOUT_PAGE_CELLS) &&
    chooseModeChange(mode, total, limits.CELEBRITY_CELLS) === null;
  return { direct, cells: direct ? [...new Set([author.cellId, ...cells])] : [author.cellId] };
}
