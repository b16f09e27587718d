import type { FeedReason } from '../../contracts/index.ts';
import type { PostFacts } from './post-facts.ts';
import type { FeatureValues } from './ranking-model.ts';

/** Below these the words would be too big for what happened. */
const FAVOURITE_LEAST = 0.25;
const POPULAR_LEAST = 0.4;
const RECENT_MS = 24 * 3_600_000;

/**
 * Why somebody else's post ranks where it does: the term that adds most to its score, where the word for it is true.
 * `favourite`: affinity. `popular`: quality. `recent`: age, within a day. Everything else is shown because of the follow.
 * Media quality makes nothing popular, and neither do likes that the author hides.
 */
export function explainReason(
  features: FeatureValues,
  weights: FeatureValues,
  { engagement, hidden }: Pick<PostFacts, 'engagement' | 'hidden'>,
  ageMs: number,
): FeedReason {
  const affinity = weights.affinity * features.affinity;
  const quality = weights.quality * features.quality;
  const age = Math.max(weights.recency * features.recency, weights.decay * features.decay);
  const most = Math.max(affinity, quality, age, weights.content * features.content);
  if (affinity === most && features.affinity >= FAVOURITE_LEAST) return 'favourite';
  if (quality === most && engagement >= POPULAR_LEAST && !hidden) return 'popular';
  if (ageMs <= RECENT_MS && age >= Math.max(affinity, quality)) return 'recent';
  return 'following';
}
