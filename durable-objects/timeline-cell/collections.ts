import { KEEP_MS } from '../../shared/db/idempotency/claim-key.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import type { SavedPost } from './list-saved.ts';

/** Collections of one user: as many as a person can still look through. */
const MAX_COLLECTIONS = 200;

/** Posts of a collection of which is looked whether its owner may still see them. */
const NEWEST_POSTS = 100;

export type CollectionRow = {
  id: string;
  name: string;
  createdAt: number;
  posts: number;
  /** Those of the posts that were added last, the last first. */
  newestPostIds: string[];
};

type Raw = Omit<CollectionRow, 'newestPostIds'> & { newestPostIds: string };

export type NewCollection = { id: string; name: string; clientKey: string | null };

const SELECT = `SELECT c.id, c.name, c.created_at AS createdAt,
  (SELECT count(*) FROM collection_posts AS p WHERE p.user_id = c.user_id AND p.collection_id = c.id) AS posts,
  (SELECT json_group_array(post_id) FROM (
    SELECT post_id FROM collection_posts AS p WHERE p.user_id = c.user_id AND p.collection_id = c.id
    ORDER BY at DESC, post_id DESC LIMIT ${NEWEST_POSTS})) AS newestPostIds
  FROM collections AS c`;

/** Makes a collection; the same `clientKey` finds the one it made within a day. */
export function createCollection(
  sql: SqlStorage,
  userId: string,
  { id, name, clientKey }: NewCollection,
  now: number,
): Outcome<CollectionRow, 'too-many'> {
  const [known] = readRows(sql, 'c.client_key = ? AND c.created_at > ?', [userId, clientKey, now - KEEP_MS]);
  if (known) return { ok: true, value: known };
  const { n } = sql.exec<{ n: number }>('SELECT count(*) AS n FROM collections WHERE user_id = ?', userId).one();
  if (n >= MAX_COLLECTIONS) return { ok: false, code: 'too-many' };
  sql.exec(
    'INSERT INTO collections (user_id, id, name, client_key, created_at) VALUES (?, ?, ?, ?, ?)',
    userId,
    id,
    name,
    clientKey,
    now,
  );
  return { ok: true, value: { id, name, createdAt: now, posts: 0, newestPostIds: [] } };
}

/** A user's collection; undefined when there is none such. */
export function findCollection(sql: SqlStorage, userId: string, id: string): CollectionRow | undefined {
  return readRows(sql, 'c.id = ?', [userId, id])[0];
}

/** A user's collections, newest first, below an id. */
export function listCollections(sql: SqlStorage, userId: string, before: string, limit: number): CollectionRow[] {
  return readRows(sql, 'c.id < ? ORDER BY c.id DESC LIMIT ?', [userId, before, limit]);
}

/** Collections of the user whom the first value names. */
function readRows(sql: SqlStorage, which: string, values: (string | number | null)[]): CollectionRow[] {
  return sql
    .exec<Raw>(`${SELECT} WHERE c.user_id = ? AND ${which}`, ...values)
    .toArray()
    .map((row) => ({ ...row, newestPostIds: JSON.parse(row.newestPostIds) }));
}

/** The collections of a user that hold a post, by id. */
export function listHolders(sql: SqlStorage, userId: string, postId: string): string[] {
  return sql
    .exec<{ id: string }>(
      'SELECT collection_id AS id FROM collection_posts WHERE user_id = ? AND post_id = ?',
      userId,
      postId,
    )
    .toArray()
    .map(({ id }) => id);
}

/** Another name, or a post that is taken out and stays saved. */
export type CollectionEdit = { name: string } | { releasePostId: string };

/** Edits a collection and answers it; undefined when there is none such. */
export function editCollection(
  sql: SqlStorage,
  userId: string,
  id: string,
  edit: CollectionEdit,
): CollectionRow | undefined {
  if ('name' in edit) {
    sql.exec('UPDATE collections SET name = ? WHERE user_id = ? AND id = ?', edit.name, userId, id);
  } else {
    const { releasePostId } = edit;
    sql.exec(
      'DELETE FROM collection_posts WHERE user_id = ? AND collection_id = ? AND post_id = ?',
      userId,
      id,
      releasePostId,
    );
  }
  return findCollection(sql, userId, id);
}

/** Deletes a collection; its posts stay saved. Answers whether there was one. */
export function deleteCollection(sql: SqlStorage, userId: string, id: string): boolean {
  return sql.exec('DELETE FROM collections WHERE user_id = ? AND id = ?', userId, id).rowsWritten > 0;
}

/** Puts a saved post into a collection of the user. */
export function collectPost(
  sql: SqlStorage,
  { userId, collectionId, postId }: { userId: string; collectionId: string; postId: string },
  now: number,
): void {
  sql.exec(
    'INSERT OR IGNORE INTO collection_posts (user_id, collection_id, post_id, at) VALUES (?, ?, ?, ?)',
    userId,
    collectionId,
    postId,
    now,
  );
}

/** The posts of a collection, newest addition first, behind a place in the list. */
export function listCollected(
  sql: SqlStorage,
  userId: string,
  collectionId: string,
  after: SavedPost | null,
  limit: number,
): SavedPost[] {
  return sql
    .exec<SavedPost>(
      `SELECT post_id AS id, at FROM collection_posts WHERE user_id = ? AND collection_id = ? AND (at, post_id) < (?, ?)
       ORDER BY at DESC, post_id DESC LIMIT ?`,
      userId,
      collectionId,
      after?.at ?? Number.MAX_SAFE_INTEGER,
      after?.id ?? '',
      limit,
    )
    .toArray();
}
