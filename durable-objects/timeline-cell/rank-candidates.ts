import type { FeedReason } from '../../shared/contracts/index.ts';
import { decayOf, recencyOf } from '../../shared/domain/ranking/age-features.ts';
import { coarseTimeOfId } from '../../shared/domain/ranking/coarse-time.ts';
import { explainReason } from '../../shared/domain/ranking/explain-reason.ts';
import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import { matchContent, type Taste } from '../../shared/domain/ranking/match-content.ts';
import { NO_FACTS } from '../../shared/domain/ranking/post-facts.ts';
import type { Snapshot } from '../../shared/domain/ranking/ranked-cursor.ts';
import type { FeatureValues } from '../../shared/domain/ranking/ranking-model.ts';
import { scorePost } from '../../shared/domain/ranking/score-post.ts';
import { shownPrint } from '../../shared/domain/ranking/shown-posts.ts';
import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import type { Candidates } from './gather-candidates.ts';
import type { Ranking } from './ranking.ts';
import { readTaste } from './read-taste.ts';
import { sortByScore } from './sort-by-score.ts';
import type { UserState } from './user-state.ts';

/** Candidates by descending score, as of a moment. */
export type RankedOrder = {
  snapshot: Snapshot;
  entries: TimelineEntry[];
  reasons: FeedReason[];
  /** What a cursor keeps of each post. */
  prints: Uint32Array;
  /** Places of fresh, unseen posts of others, newest first. */
  fresh: number[];
  scoredAt: number;
  /** The newest posts that were ranked without their facts, `NAMED_MISSING` at most. */
  missing: string[];
  taste: Taste;
};

/** Enough to tell whether facts of an order have arrived. */
const NAMED_MISSING = 8;
/** Own fresh posts lie above every score. */
const ABOVE_ALL = 2;

/** Scores candidates (newest first) for a user and sorts them. */
export function rankCandidates(
  ranking: Ranking,
  user: UserState,
  { entries, snapshot }: Candidates,
  now: number,
): RankedOrder {
  const taste = readTaste(ranking, user);
  const { scores, reasons, prints, fresh, missing } = scoreCandidates(
    ranking,
    user,
    entries,
    taste,
    snapshot.salt,
    now,
  );
  const order: RankedOrder = { snapshot, entries: [], reasons: [], prints, fresh: [], scoredAt: now, missing, taste };
  const sorted = sortByScore(scores);
  const places = new Uint32Array(sorted.length);
  order.prints = new Uint32Array(sorted.length);
  for (let place = 0; place < sorted.length; place++) {
    const index = sorted[place] as number;
    places[index] = place;
    order.entries.push(entries[index] as TimelineEntry);
    order.reasons.push(reasons[index] as FeedReason);
    order.prints[place] = prints[index] as number;
  }
  order.fresh = fresh.map((index) => places[index] as number);
  return order;
}

type Scored = Pick<RankedOrder, 'reasons' | 'prints' | 'fresh' | 'missing'> & { scores: Float64Array };

/** By index of the candidates. One object holds the features of all in turn: this runs hundreds of times a read. */
function scoreCandidates(
  ranking: Ranking,
  user: UserState,
  entries: readonly TimelineEntry[],
  taste: Taste,
  salt: number,
  now: number,
): Scored {
  const { model, facts } = ranking;
  const affinityTo = ranking.affinities.reader(user, now);
  const seen = ranking.seen.of(user);
  const features: FeatureValues = { affinity: 0, quality: 0, recency: 0, content: 0, decay: 0 };
  const scores = new Float64Array(entries.length);
  const prints = new Uint32Array(entries.length);
  const reasons: FeedReason[] = [];
  const fresh: number[] = [];
  const missing: string[] = [];
  for (let index = 0; index < entries.length; index++) {
    const { id, postId, sourceId } = entries[index] as TimelineEntry;
    const postedAt = coarseTimeOfId(id);
    const ageMs = now - postedAt;
    const known = facts.find(postId, postedAt, now);
    if (!known && missing.length < NAMED_MISSING) missing.push(postId);
    const post = known ?? NO_FACTS;
    features.affinity = affinityTo(sourceId);
    features.quality = post.quality;
    features.recency = recencyOf(ageMs, model.recencyMs);
    features.content = matchContent(post, taste);
    features.decay = decayOf(ageMs, model.decayMs);
    const print = fingerprint(postId, 0);
    const wasSeen = seen.has(print);
    const own = sourceId === user.id;
    const score = scorePost(features, model.weights) * (wasSeen ? model.seenFactor : 1);
    scores[index] = own && ageMs < model.ownTopMs ? ABOVE_ALL + features.recency : score;
    reasons.push(own ? 'own' : explainReason(features, model.weights, post, ageMs));
    prints[index] = shownPrint(salt === 0 ? print : fingerprint(postId, salt));
    if (!own && !wasSeen && ageMs < model.freshMs) fresh.push(index);
  }
  return { scores, reasons, prints, fresh, missing };
}
