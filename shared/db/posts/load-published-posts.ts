import { sql } from 'drizzle-orm';
import { SHOWN_MEDIA_OF_POST, type ShownMedia } from '../media/shown-media.ts';
import type { PersonRow } from '../people/load-people.ts';
import type { ShardRouter } from '../shard-router.ts';
import {
  COUNT_COLUMNS,
  POST_COLUMNS,
  type PostCounts,
  type PostRow,
  parsePostCounts,
  parsePostRow,
  type RawPostCounts,
  type RawPostRow,
} from './load-posts.ts';

/** A published post with all that is shown beside it. `author`: null when the account is not active. */
export type PublishedPost = { post: PostRow; media: ShownMedia[]; counts: PostCounts; author: PersonRow | null };

type Raw = RawPostRow &
  RawPostCounts & {
    media: string;
    username: string | null;
    fullName: string;
    avatarMediaId: string | null;
    isPrivate: number;
    cellId: string;
  };

/**
 * The published posts among `ids`, one query a database: a post, its media and its author share one. A trip to D1 costs
 * more than what it brings, so a cold page asks once for everything.
 */
export async function loadPublishedPosts(shards: ShardRouter, ids: Iterable<string>): Promise<PublishedPost[]> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<Raw>(sql`
        SELECT ${POST_COLUMNS}, ${SHOWN_MEDIA_OF_POST} AS media,
          ${COUNT_COLUMNS},
          u.username, u.full_name AS fullName, u.avatar_media_id AS avatarMediaId, u.is_private AS isPrivate, u.cell_id AS cellId
        FROM json_each(${JSON.stringify(group)}) AS wanted JOIN posts AS p ON p.id = wanted.value
        LEFT JOIN users AS u ON u.id = p.author_id AND u.status = 'active'
        WHERE p.kind = 'post' AND p.state = 'published'`),
    ),
  );
  return lists.flat().map(parseRow);
}

function parseRow(row: Raw): PublishedPost {
  const { media, username, fullName, avatarMediaId, isPrivate, cellId, ...rest } = row;
  const { likes, likeVersion, likeCounterSequence, comments, shares, ...post } = rest;
  const person = { id: post.authorId, fullName, avatarMediaId, isPrivate: isPrivate === 1, cellId };
  return {
    post: parsePostRow(post),
    media: JSON.parse(media),
    counts: parsePostCounts({ likes, likeVersion, likeCounterSequence, comments, shares }),
    author: username === null ? null : { ...person, username },
  };
}
