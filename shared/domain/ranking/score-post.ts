import type { FeatureValues } from './ranking-model.ts';

/** The weighted sum of features in [0, 1]: in [0, 1] too when the weights sum to 1, and growing with each feature. */
export function scorePost(features: FeatureValues, weights: FeatureValues): number {
  return (
    weights.affinity * features.affinity +
    weights.quality * features.quality +
    weights.recency * features.recency +
    weights.content * features.content +
    weights.decay * features.decay
  );
}
