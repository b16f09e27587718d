/** What two people are to each other, from the side of the first; a stranger's standing is undefined. */
export type Standing = { following?: boolean; blocking?: boolean; blockedBy?: boolean; muting?: boolean };

/** A block parts two people, whoever of them gave it. */
export function isParted(standing: Standing | undefined): boolean {
  return standing !== undefined && (standing.blocking === true || standing.blockedBy === true);
}

/** Whether a person's lists and feeds leave somebody out: for a block, or because they mute them. */
export function isLeftOut(standing: Standing | undefined): boolean {
  return standing !== undefined && (standing.muting === true || isParted(standing));
}

/**
 * The rule of who sees what an active author publishes, and what belongs to it: media, counts, likers, comments. Authors
 * see their own; no others whom a block parts from them; of a private author, only followers.
 */
export function canSeePosts(
  viewerId: string | undefined,
  author: { id: string; isPrivate: boolean },
  standing: Standing | undefined,
): boolean {
  if (viewerId === author.id) return true;
  return !isParted(standing) && (!author.isPrivate || standing?.following === true);
}
