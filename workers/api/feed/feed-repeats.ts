import type { FeedMode } from '../../../shared/contracts/index.ts';
import { RecentMap } from '../../../shared/domain/caching/recent-map.ts';
import type { Viewer } from '../../http/app-env.ts';

/** A request for a first page that went through all checks. They would say the same until then (Unix ms). */
export type FeedRepeat = { url: string; viewer: Viewer; mode: FeedMode; limit: number; until: number };

/** All checks are made again after this, whatever happens. */
const REPEAT_MS = 60_000;
/** As many as tokens are remembered; about 200 bytes each. */
const MAX_REPEATS = 50_000;

/** The last checked request of each access token: asking for the same again needs no second look at token and query. */
export class FeedRepeats {
  readonly #byToken = new RecentMap<string, FeedRepeat>(MAX_REPEATS);

  /** Notes a request that was checked at `now`, with the whole Authorization header; its token expires at `until`. */
  note(authorization: string, repeat: FeedRepeat, now: number): void {
    this.#byToken.set(authorization, { ...repeat, until: Math.min(repeat.until, now + REPEAT_MS) });
  }

  find(authorization: string, url: string, now: number): FeedRepeat | undefined {
    const repeat = this.#byToken.get(authorization);
    return repeat && repeat.url === url && now < repeat.until ? repeat : undefined;
  }
}
