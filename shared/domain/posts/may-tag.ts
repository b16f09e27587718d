import type { TaggableBy } from '../../contracts/index.ts';

export type TagFacts = {
  /** Author and tagged are one. */
  self: boolean;
  taggableBy: TaggableBy;
  /** The tagged follows the author. */
  followsAuthor: boolean;
  /** In either direction. */
  blocked: boolean;
};

/** Whether an author may tag a person on their photos. */
export function mayTag({ self, taggableBy, followsAuthor, blocked }: TagFacts): boolean {
  if (self) return true;
  if (blocked) return false;
  return taggableBy === 'everyone' || (taggableBy === 'following' && followsAuthor);
}
