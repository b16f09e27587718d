import type { Config } from '../../config/index.ts';
import type { AFFINITY_ACTS, RANKING_FEATURES } from '../../config/parse-ranking.ts';

export type RankingFeature = (typeof RANKING_FEATURES)[number];
/** Each in [0, 1]. */
export type FeatureValues = Record<RankingFeature, number>;
export type AffinityAct = (typeof AFFINITY_ACTS)[number];

export type AffinityModel = {
  halfLifeMs: number;
  /** What one act is worth. */
  points: Record<AffinityAct, number>;
  /** The points that make an affinity of one half. */
  midpoint: number;
  /** Authors kept for a user, the nearest ones. */
  authors: number;
};

/** Everything that shapes a ranked feed; times in ms. */
export type RankingModel = {
  /** Sum to 1, so that a score is in [0, 1]. */
  weights: FeatureValues;
  recencyMs: number;
  decayMs: number;
  affinity: AffinityModel;
  /** Likes and comments per follower that count as the best. */
  engagementCap: number;
  /** A seen post keeps this share of its score. */
  seenFactor: number;
  seenPosts: number;
  ownTopMs: number;
  freshMs: number;
  freshEvery: number;
  candidates: number;
  reuseMs: number;
  factsMs: number;
};

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The model of a configuration: weights are shares of their sum. */
export function rankingModelOf(config: Config): RankingModel {
  const sum = Object.values(config.RANK_WEIGHTS).reduce((total, weight) => total + weight, 0);
  const { affinity, quality, recency, content, decay } = config.RANK_WEIGHTS;
  return {
    weights: {
      affinity: affinity / sum,
      quality: quality / sum,
      recency: recency / sum,
      content: content / sum,
      decay: decay / sum,
    },
    recencyMs: config.RANK_RECENCY_HOURS * HOUR,
    decayMs: config.RANK_DECAY_HOURS * HOUR,
    affinity: {
      halfLifeMs: config.RANK_AFFINITY_DAYS * DAY,
      points: config.RANK_AFFINITY_POINTS,
      midpoint: config.RANK_AFFINITY_MIDPOINT,
      authors: config.RANK_AFFINITY_AUTHORS,
    },
    engagementCap: config.RANK_QUALITY_CAP,
    seenFactor: config.RANK_SEEN_FACTOR,
    seenPosts: config.RANK_SEEN_POSTS,
    ownTopMs: config.RANK_OWN_TOP_MINUTES * 60 * SECOND,
    freshMs: config.RANK_FRESH_HOURS * HOUR,
    freshEvery: config.RANK_FRESH_EVERY,
    candidates: config.RANK_CANDIDATES,
    reuseMs: config.RANK_REUSE_SECONDS * SECOND,
    factsMs: config.RANK_FACTS_SECONDS * SECOND,
  };
}
