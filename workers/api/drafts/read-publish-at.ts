import { invalidField } from '../../../shared/errors/index.ts';

/** Nobody plans further ahead, and a typing error in the year is caught. */
const MAX_AHEAD_MS = 366 * 24 * 3_600_000;

/** When a scheduled post is due, in Unix ms: a time to come, of a post that has something to show. */
export function readPublishAt(text: string | null, mediaCount: number, now: number): number | null {
  if (text === null) return null;
  const at = Date.parse(text);
  if (at <= now) throw invalidField('publishAt', 'is over');
  if (at > now + MAX_AHEAD_MS) throw invalidField('publishAt', 'is more than a year away');
  if (mediaCount === 0) throw invalidField('mediaIds', 'needs at least one medium before the post is scheduled');
  return at;
}
