import { sql } from 'drizzle-orm';
import type { PersonTag } from '../../contracts/index.ts';
import { type CountedTo, NOTHING_COUNTED } from '../../domain/likes/pending-likes.ts';
import type { ShardRouter } from '../shard-router.ts';

/** The lasting part of a post with its media ids, tags and mentions; counts are loaded apart. */
export type PostRow = {
  id: string;
  authorId: string;
  entryId: string;
  state: string;
  caption: string;
  latitude: number | null;
  longitude: number | null;
  locationName: string | null;
  hideLikes: boolean;
  commentsOff: boolean;
  /** When a scheduled post is due; since when a waiting one waits. */
  publishAt: number | null;
  revision: number;
  createdAt: number;
  editedAt: number | null;
  mediaIds: string[];
  hashtags: string[];
  mentions: { userId: string; username: string }[];
  people: ShownTag[];
};

/** A person on a photo, with the name they go by. */
export type ShownTag = PersonTag & { username: string };

/** A row of `POST_COLUMNS`, as SQLite has it. */
export type RawPostRow = Omit<
  PostRow,
  'hideLikes' | 'commentsOff' | 'mediaIds' | 'hashtags' | 'mentions' | 'people'
> & {
  hideLikes: number;
  commentsOff: number;
  mediaIds: string;
  hashtags: string;
  mentions: string;
  people: string;
};

/** The columns of a `PostRow` of the post `p`. */
export const POST_COLUMNS = sql`
  p.id, p.author_id AS authorId, p.entry_id AS entryId, p.state, p.caption, p.latitude, p.longitude,
  p.location_name AS locationName, p.hide_likes AS hideLikes, p.comments_off AS commentsOff,
  p.publish_at AS publishAt, p.revision, p.created_at AS createdAt, p.edited_at AS editedAt,
  (SELECT json_group_array(media_id) FROM (SELECT media_id FROM post_media WHERE post_id = p.id ORDER BY position)) AS mediaIds,
  (SELECT json_group_array(tag) FROM post_hashtags WHERE post_id = p.id) AS hashtags,
  (SELECT json_group_array(json_object('userId', user_id, 'username', username)) FROM post_mentions WHERE post_id = p.id) AS mentions,
  (SELECT json_group_array(json_object('mediaId', media_id, 'userId', user_id, 'x', x, 'y', y, 'username', username))
    FROM post_people WHERE post_id = p.id AND state = 'shown') AS people`;

export function parsePostRow(row: RawPostRow): PostRow {
  return {
    ...row,
    hideLikes: row.hideLikes === 1,
    commentsOff: row.commentsOff === 1,
    mediaIds: JSON.parse(row.mediaIds),
    hashtags: JSON.parse(row.hashtags),
    mentions: JSON.parse(row.mentions),
    people: JSON.parse(row.people),
  };
}

/** Posts by id in any state, without reposts, one query a database. */
export async function loadPosts(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, PostRow>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<RawPostRow>(sql`
        SELECT ${POST_COLUMNS} FROM posts AS p
        WHERE kind = 'post' AND id IN (SELECT value FROM json_each(${JSON.stringify(group)}))`),
    ),
  );
  return new Map(lists.flat().map((row) => [row.id, parsePostRow(row)]));
}

/** `likesTo`: how far the likes are counted. */
export type PostCounts = { likes: number; likesTo: CountedTo; comments: number; shares: number };

export const NO_COUNTS: PostCounts = { likes: 0, likesTo: NOTHING_COUNTED, comments: 0, shares: 0 };

/** A row of `COUNT_COLUMNS`, as SQLite has it. */
export type RawPostCounts = Omit<PostCounts, 'likesTo'> & { likeVersion: number; likeCounterSequence: number };

/** The columns of `PostCounts` of the post `p`. */
export const COUNT_COLUMNS = sql`
  p.like_count AS likes, p.like_version AS likeVersion, p.like_counter_sequence AS likeCounterSequence,
  p.comment_count AS comments, p.share_count AS shares`;

export function parsePostCounts({
  likes,
  likeVersion,
  likeCounterSequence,
  comments,
  shares,
}: RawPostCounts): PostCounts {
  return { likes, likesTo: { row: likeVersion, counter: likeCounterSequence }, comments, shares };
}

/** The counts of posts, one query a database. */
export async function loadPostCounts(shards: ShardRouter, ids: Iterable<string>): Promise<Map<string, PostCounts>> {
  const groups = [...shards.group(new Set(ids))];
  const lists = await Promise.all(
    groups.map(([shard, group]) =>
      shard.db.all<RawPostCounts & { id: string }>(sql`
        SELECT p.id, ${COUNT_COLUMNS}
        FROM posts AS p WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(group)}))`),
    ),
  );
  return new Map(lists.flat().map((row) => [row.id, parsePostCounts(row)]));
}
