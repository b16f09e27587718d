export type Verdict = { state: 'clean' | 'sensitive' | 'held' | 'blocked'; reason: string | null };

/** A picture within so few bits of a listed one is taken for it; one a little further off is looked at by a person. */
const SAME_PICTURE_DISTANCE = 4;

/** What the operator's list of pictures says; null when it says nothing. `distance` is that of the nearest listed hash. */
export function judgeListed(distance: number | undefined): Verdict | null {
  if (distance === undefined) return null;
  return distance <= SAME_PICTURE_DISTANCE
    ? { state: 'blocked', reason: 'This picture is on the list of those that may not be published here.' }
    : { state: 'held', reason: 'The picture resembles one that may not be published here; a person will look at it.' };
}
