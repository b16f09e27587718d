import type { MarkTarget } from '../../shared/domain/likes/like-act.ts';
import type { CellMemory } from './cell-memory.ts';
import type { Ranking } from './ranking.ts';
import { rewardAuthor } from './reward-author.ts';

type Mark = { target: MarkTarget; liked: boolean; now: number };

/** A mark that went stays as a row, at its next version; see the migrations. */
const UPSERT = `INSERT INTO like_marks (user_id, post_id, liked, at)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
  ON CONFLICT (user_id, post_id) DO UPDATE SET
    at = CASE WHEN excluded.liked THEN excluded.at ELSE at END, liked = excluded.liked, version = version + 1
  WHERE liked <> excluded.liked
  RETURNING user_id, post_id, at`;

const keyOf = (userId: string, postId: string) => `${userId} ${postId}`;

/** Likes that came and went in one transaction, written together. */
export class MarkedLikes {
  readonly #sql: SqlStorage;
  readonly #memory: CellMemory;
  readonly #ranking: Ranking;
  readonly #marks = new Map<string, Mark>();

  constructor(sql: SqlStorage, memory: CellMemory, ranking: Ranking) {
    this.#sql = sql;
    this.#memory = memory;
    this.#ranking = ranking;
  }

  /** Writes first what SQLite does not know yet of this user's mark on this post. */
  settle(userId: string, postId: string): void {
    if (this.#marks.has(keyOf(userId, postId))) this.write();
  }

  add(mark: Mark): void {
    this.#marks.set(keyOf(mark.target.userId, mark.target.postId), mark);
  }

  /** Each mark that changed brings its author nearer, or takes that back as of when the like was made. */
  write(): void {
    if (this.#marks.size === 0) return;
    const rows = Array.from(this.#marks.values(), ({ target, liked, now }) => [
      target.userId,
      target.postId,
      liked ? 1 : 0,
      now,
    ]);
    for (const [userId, postId, at] of this.#sql.exec(UPSERT, JSON.stringify(rows)).raw<[string, string, number]>()) {
      const mark = this.#marks.get(keyOf(userId, postId));
      if (!mark) continue;
      const user = this.#memory.user(userId);
      rewardAuthor(this.#ranking, user, mark.target, { act: 'like', doneAt: at, taken: !mark.liked }, mark.now);
    }
    this.#marks.clear();
  }
}
