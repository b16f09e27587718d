/** A saved post and when it was saved (Unix ms). */
export type SavedPost = { id: string; at: number };

/** A user's saved posts, newest mark first, behind a place in the list. */
export function listSaved(sql: SqlStorage, userId: string, after: SavedPost | null, limit: number): SavedPost[] {
  return sql
    .exec<SavedPost>(
      `SELECT post_id AS id, at FROM saves WHERE user_id = ? AND (at, post_id) < (?, ?) ORDER BY at DESC, post_id DESC LIMIT ?`,
      userId,
      after?.at ?? Number.MAX_SAFE_INTEGER,
      after?.id ?? '',
      limit,
    )
    .toArray();
}
