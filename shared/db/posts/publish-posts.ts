import { type SQL, sql } from 'drizzle-orm';
import type { SourceMode } from '../../domain/timelines/choose-mode.ts';
import { commitAndReadEach } from '../commit-batch.ts';
import type { MediaRow } from '../media/media-row.ts';
import { readMediaRow } from '../media/read-media-row.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { FIRST_ATTEMPT_MS } from '../outbox/owe-work.ts';
import type { PersonRow } from '../people/load-people.ts';
import type { Shard } from '../shard-router.ts';
import type { NewPost } from './create-post.ts';

/** A post to publish at once, with the time that it is of (Unix ms). */
export type PostToPublish = Required<Omit<NewPost, 'draft'>> & { now: number };

/** What a published post's answer and its delivery need to know, as of its commit. */
export type PublishedPost = {
  id: string;
  outboxId: string;
  media: MediaRow[];
  author: PersonRow;
  audience: { mode: SourceMode; cells: string[]; total: number };
};

type AuthorRow = Omit<PersonRow, 'isPrivate'> & {
  isPrivate: number;
  mode: SourceMode | null;
  total: number | null;
  cells: string;
};

/**
 * Publishes posts of one database in one transaction: their rows, media, tags and mentions, and the work that each owes,
 * as `createPost` does for one. A post whose media are not all free and ready, or whose author is closed, is left out of
 * the answer and nothing of it is written. An id that is taken fails all of them. `settled` is work that is done and goes
 * along; of each audience at most `maxCells` cells are named. No medium may be in two of them.
 */
export async function publishPosts(
  shard: Shard,
  posts: readonly PostToPublish[],
  { settled, maxCells }: { settled: readonly string[]; maxCells: number },
): Promise<Map<string, PublishedPost>> {
  const steps = [
    ...settle(settled),
    { insert: insertPosts(posts) },
    { attach: attachMedia(posts) },
    { other: showMedia(posts) },
    ...insertDetails(posts).map((other) => ({ other })),
    { other: oweDeliveries(posts) },
    { authors: readAuthors(posts, maxCells) },
  ] as { [step in 'insert' | 'attach' | 'authors' | 'other']?: SQL }[];
  const results = await commitAndReadEach(
    shard,
    steps.flatMap((step) => Object.values(step)),
  );
  const rowsOf = (name: 'insert' | 'attach' | 'authors') => results[steps.findIndex((step) => name in step)] ?? [];
  const written = new Set((rowsOf('insert') as { id: string }[]).map(({ id }) => id));
  const media = new Map((rowsOf('attach') as Record<string, unknown>[]).map((raw) => [raw.id, readMediaRow(raw)]));
  const authors = new Map((rowsOf('authors') as AuthorRow[]).map((row) => [row.id, row]));
  return new Map(
    posts.flatMap(({ id, outboxId, authorId, mediaIds }) => {
      const author = authors.get(authorId);
      if (!author || !written.has(id)) return [];
      const shown = mediaIds.flatMap((mediaId) => media.get(mediaId) ?? []);
      return [[id, { id, outboxId, media: shown, ...describeAuthor(author) }]];
    }),
  );
}

/** Whether a row of the parameter became a post: an id that was there before has failed the batch. */
const IS_WRITTEN = sql`EXISTS (SELECT 1 FROM posts WHERE id = r.value ->> 0)`;

function settle(outboxIds: readonly string[]) {
  if (outboxIds.length === 0) return [];
  return [{ other: sql`DELETE FROM outbox WHERE id IN (SELECT value FROM json_each(${JSON.stringify(outboxIds)}))` }];
}

function insertPosts(posts: readonly PostToPublish[]): SQL {
  const rows = posts.map(({ id, authorId, caption, location, hideLikes, commentsOff, clientKey, now, mediaIds }) => [
    id,
    authorId,
    caption,
    location?.lat ?? null,
    location?.lon ?? null,
    location?.name ?? null,
    Number(hideLikes),
    Number(commentsOff),
    clientKey,
    now,
    mediaIds,
  ]);
  // The plus keeps SQLite from walking all ready media by the state's index instead of looking up these few.
  return sql`INSERT INTO posts (id, author_id, entry_id, state, caption, latitude, longitude, location_name,
      hide_likes, comments_off, client_key, created_at)
    SELECT r.value ->> 0, r.value ->> 1, r.value ->> 0, 'published', r.value ->> 2, r.value ->> 3, r.value ->> 4, r.value ->> 5,
      r.value ->> 6, r.value ->> 7, r.value ->> 8, r.value ->> 9
    FROM json_each(${JSON.stringify(rows)}) AS r
    WHERE EXISTS (SELECT 1 FROM users WHERE id = r.value ->> 1 AND status = 'active')
      AND json_array_length(r.value, '$[10]') = (SELECT count(*) FROM media
        WHERE id IN (SELECT value FROM json_each(r.value, '$[10]'))
          AND +owner_id = r.value ->> 1 AND +state = 'ready' AND attached = 0)
    RETURNING id`;
}

/** Pairs of a post and one of its media, in order. */
function pairWithMedia(posts: readonly PostToPublish[]): string {
  return JSON.stringify(posts.flatMap(({ id, mediaIds, now }) => mediaIds.map((media, at) => [id, at, media, now])));
}

function attachMedia(posts: readonly PostToPublish[]): SQL {
  return sql`UPDATE media SET attached = 1, updated_at = r.value ->> 3
    FROM json_each(${pairWithMedia(posts)}) AS r WHERE media.id = r.value ->> 2 AND ${IS_WRITTEN} RETURNING *`;
}

function showMedia(posts: readonly PostToPublish[]): SQL {
  return sql`INSERT INTO post_media (post_id, position, media_id)
    SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2 FROM json_each(${pairWithMedia(posts)}) AS r WHERE ${IS_WRITTEN}`;
}

/** What most posts have not, no statement is sent for. */
function insertDetails(posts: readonly PostToPublish[]): SQL[] {
  const hashtags = posts.flatMap(({ id, hashtags: tags }) => tags.map((tag) => [id, tag]));
  const mentions = posts.flatMap((post) => post.mentions.map(({ userId, username }) => [post.id, userId, username]));
  const people = posts.flatMap((post) =>
    post.people.map(({ mediaId, userId, x, y, username }) => [post.id, mediaId, userId, x, y, username]),
  );
  return [
    ...(hashtags.length === 0
      ? []
      : [
          sql`INSERT INTO post_hashtags (post_id, tag, entry_id)
            SELECT r.value ->> 0, r.value ->> 1, r.value ->> 0 FROM json_each(${JSON.stringify(hashtags)}) AS r WHERE ${IS_WRITTEN}`,
        ]),
    ...(mentions.length === 0
      ? []
      : [
          sql`INSERT OR IGNORE INTO post_mentions (post_id, user_id, username)
            SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2 FROM json_each(${JSON.stringify(mentions)}) AS r
            WHERE ${IS_WRITTEN}`,
        ]),
    ...(people.length === 0
      ? []
      : [
          sql`INSERT INTO post_people (post_id, media_id, user_id, x, y, username)
            SELECT r.value ->> 0, r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4, r.value ->> 5
            FROM json_each(${JSON.stringify(people)}) AS r WHERE ${IS_WRITTEN}`,
        ]),
  ];
}

function oweDeliveries(posts: readonly PostToPublish[]): SQL {
  const rows = posts.map(({ id, outboxId, now }) => {
    const { work } = deliveryOf({ id, outboxId });
    return [id, outboxId, work.topic, JSON.stringify(work), now, now + FIRST_ATTEMPT_MS];
  });
  return sql`INSERT INTO outbox (id, topic, payload, created_at, due_at)
    SELECT r.value ->> 1, r.value ->> 2, r.value ->> 3, r.value ->> 4, r.value ->> 5
    FROM json_each(${JSON.stringify(rows)}) AS r WHERE ${IS_WRITTEN}`;
}

/** The work that a published post owes. */
export function deliveryOf({ id, outboxId }: { id: string; outboxId: string }): OutboxItem {
  return { id: outboxId, work: { topic: 'post', postId: id } };
}

function readAuthors(posts: readonly PostToPublish[], maxCells: number): SQL {
  const ids = JSON.stringify([...new Set(posts.map(({ authorId }) => authorId))]);
  return sql`
    SELECT u.id, username, full_name AS fullName, avatar_media_id AS avatarMediaId, is_private AS isPrivate, cell_id AS cellId,
      s.mode, s.cells AS total,
      (SELECT json_group_array(cell_id) FROM
        (SELECT cell_id FROM audience_cells WHERE source_id = u.id LIMIT ${maxCells})) AS cells
    FROM users AS u LEFT JOIN sources AS s ON s.id = u.id
    WHERE u.status = 'active' AND u.id IN (SELECT value FROM json_each(${ids}))`;
}

function describeAuthor({ mode, total, cells, isPrivate, ...author }: AuthorRow) {
  return {
    author: { ...author, isPrivate: isPrivate === 1 },
    audience: { mode: mode ?? 'push', total: total ?? 0, cells: JSON.parse(cells) as string[] },
  };
}
