import type { PersonTag } from '../../shared/contracts/index.ts';
import { loadPeople, type PersonRow } from '../../shared/db/people/load-people.ts';
import type { ShownTag } from '../../shared/db/posts/load-posts.ts';
import { loadTaggableBy } from '../../shared/db/settings/load-taggable-by.ts';
import { mayTag } from '../../shared/domain/posts/may-tag.ts';
import { isParted } from '../../shared/domain/visibility/can-see-posts.ts';
import { invalidField } from '../../shared/errors/index.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import { describeStandings } from './present-people.ts';

export type TagRules = {
  mediaIds: readonly string[];
  /** People whom the post shows already: they were asked before. A block parts them all the same. */
  known?: ReadonlySet<string>;
  /** The tags are those that the post has, which no request names: who may not be tagged any more is left out. */
  carried?: boolean;
  /** People who took their tag off it. */
  refused?: ReadonlySet<string>;
};

/** Tags with the names of the people, when the author may tag all of them; a 422 names the first whom they may not. */
export async function resolveTags(
  services: Services,
  author: Viewer,
  tags: readonly PersonTag[],
  { mediaIds, known = new Set(), carried = false, refused = new Set() }: TagRules,
): Promise<ShownTag[]> {
  if (tags.length === 0) return [];
  const ids = [...new Set(tags.map(({ userId }) => userId))];
  const { people, taggable, parted } = await findTaggable(services, author, ids);
  return tags.flatMap((tag, index) => {
    const { userId, mediaId } = tag;
    if (!mediaIds.includes(mediaId)) throw invalidField(`people.${index}.mediaId`, 'is not a medium of this post');
    const person = people.get(userId);
    const allowed = taggable.has(userId) || (known.has(userId) && !parted.has(userId));
    if (person && allowed && !refused.has(userId)) return [{ ...tag, username: person.username }];
    if (carried) return [];
    // Nobody learns from the message whether they are blocked, refused or wrong about the id.
    throw invalidField(`people.${index}.userId`, 'cannot be tagged');
  });
}

/** Those of the people who are there, whom of them the author may tag, and whom a block parts from the author. */
export async function findTaggable(
  services: Services,
  author: Viewer,
  ids: readonly string[],
): Promise<{ people: Map<string, PersonRow>; taggable: Set<string>; parted: Set<string> }> {
  const [people, wishes, standings] = await Promise.all([
    loadPeople(services.shards, ids),
    loadTaggableBy(services.shards, ids),
    describeStandings(services, author, ids),
  ]);
  const taggable = [...people.keys()].filter((userId) => {
    const standing = standings.get(userId);
    return mayTag({
      self: userId === author.id,
      taggableBy: wishes.get(userId) ?? 'everyone',
      followsAuthor: standing?.followedBy ?? false,
      blocked: isParted(standing),
    });
  });
  const parted = ids.filter((userId) => isParted(standings.get(userId)));
  return { people, taggable: new Set(taggable), parted: new Set(parted) };
}
