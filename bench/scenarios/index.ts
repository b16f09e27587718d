import { ceiling } from './ceiling.ts';
import { cellMemory } from './cell-memory.ts';
import { fanout100, fanout10000, fanout1000000 } from './fanout.ts';
import { feedCold, feedCold20000, feedRankedCold, feedRankedCold20000 } from './feed-cold.ts';
import { feedLatest, feedLatest20000, feedRanked, feedRanked20000 } from './feed-latest.ts';
import { likesHot, likesHotBehind, likesHotPlain, likesSpread } from './likes.ts';
import { likesMillion } from './likes-million.ts';
import { likesRoot } from './likes-root.ts';
import { mediaBytes, mediaReady, mediaShares, mediaUploads } from './media.ts';
import { publish } from './publish.ts';
import { reach50, reach1000 } from './reach.ts';
import type { Scenario } from './scenario.ts';

/** In the order in which they run and are printed. */
export const scenarios: Scenario[] = [
  ceiling,
  feedLatest,
  feedRanked,
  feedCold,
  feedRankedCold,
  publish,
  fanout10000,
  fanout100,
  reach50,
  reach1000,
  likesHot,
  likesHotPlain,
  likesHotBehind,
  likesSpread,
  ...likesRoot,
  likesMillion,
  feedLatest20000,
  feedRanked20000,
  feedCold20000,
  feedRankedCold20000,
  fanout1000000,
  mediaReady,
  mediaUploads,
  ...mediaBytes,
  ...mediaShares,
  cellMemory,
];
