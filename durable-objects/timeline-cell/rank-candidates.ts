import type { FeedReason } from '../../shared/contracts/index.ts';
import { decayOf, recencyOf } from '../../shared/domain/ranking/age-features.ts';
import { coarseTimeOfId } from '../../shared/domain/ranking/coarse-time.ts';
import { explainReason } from '../../shared/domain/ranking/explain-reason.ts';
import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import { matchContent } from '../../shared/domain/ranking/match-content.ts';
import type { PostFacts } from '../../shared/domain/ranking/post-facts.ts';
import type { Snapshot } from '../../shared/domain/ranking/ranked-cursor.ts';
import { scorePost } from '../../shared/domain/ranking/score-post.ts';
import { shownPrint } from '../../shared/domain/ranking/shown-posts.ts';
import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import type { UserState } from './cell-memory.ts';
import type { Candidates } from './gather-candidates.ts';
import type { Ranking } from './ranking.ts';
import { readTaste } from './read-taste.ts';
import { sortByScore } from './sort-by-score.ts';

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
  /** False while some posts were ranked without their facts, with the loads that there had been. */
  informed: boolean;
  loads: number;
};

/** Of a post whose facts are still on their way. */
const UNKNOWN: PostFacts = { quality: 0, engagement: 0, hidden: false, kind: 'photo', tags: [], place: 0 };
/** Own fresh posts lie above every score. */
const ABOVE_ALL = 2;

/** Scores candidates (newest first) for a user and sorts them. Pure but for what it asks to be loaded behind it. */
export function rankCandidates(
  ranking: Ranking,
  user: UserState,
  { entries, snapshot }: Candidates,
  now: number,
): RankedOrder {
  const { model, facts } = ranking;
  const { weights } = model;
  const affinityTo = ranking.affinities.reader(user, now);
  const seen = ranking.seen.of(user);
  const taste = readTaste(ranking, user, now);
  const { length } = entries;
  const scores = new Float64Array(length);
  const reasons = new Array<FeedReason>(length);
  const prints = new Uint32Array(length);
  const freshest: number[] = [];
  let informed = true;
  for (const [index, entry] of entries.entries()) {
    const postedAt = coarseTimeOfId(entry.id);
    const ageMs = now - postedAt;
    const found = facts.find(entry.postId, postedAt, now);
    if (!found && !facts.knows(entry.postId)) informed = false;
    const { quality, engagement, hidden } = found ?? UNKNOWN;
    const features = {
      affinity: affinityTo(entry.sourceId),
      quality,
      recency: recencyOf(ageMs, model.recencyMs),
      content: matchContent(found ?? UNKNOWN, taste),
      decay: decayOf(ageMs, model.decayMs),
    };
    const print = fingerprint(entry.postId, 0);
    const wasSeen = seen.has(print);
    const own = entry.sourceId === user.id;
    const score = scorePost(features, weights) * (wasSeen ? model.seenFactor : 1);
    scores[index] = own && ageMs < model.ownTopMs ? ABOVE_ALL + features.recency : score;
    reasons[index] = own ? 'own' : explainReason({ features, weights, engagement, hidden, ageMs });
    prints[index] = shownPrint(snapshot.salt === 0 ? print : fingerprint(entry.postId, snapshot.salt));
    if (!own && !wasSeen && ageMs < model.freshMs) freshest.push(index);
  }
  const sorted = sortByScore(scores);
  const places = new Uint32Array(length);
  for (const [place, index] of sorted.entries()) places[index] = place;
  return {
    snapshot,
    entries: Array.from(sorted, (index) => entries[index] as TimelineEntry),
    reasons: Array.from(sorted, (index) => reasons[index] as FeedReason),
    prints: sorted.map((index) => prints[index] as number),
    fresh: freshest.map((index) => places[index] as number),
    scoredAt: now,
    informed,
    loads: facts.loads,
  };
}
