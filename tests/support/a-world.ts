import { env } from 'cloudflare:workers';
import type { TimelineCell } from '../../durable-objects/timeline-cell/timeline-cell.ts';
import { parseConfig } from '../../shared/config/index.ts';
import { ShardRouter } from '../../shared/db/shard-router.ts';
import { createIdGenerator, encodeSnowflake, shardOfId } from '../../shared/ids/index.ts';

const vars = { ...env } as Record<string, unknown>;
const shards = new ShardRouter(vars, parseConfig(vars).SHARD_MAP);
const ids = createIdGenerator();
let worlds = 0;

/** Authors, posts and edges written straight into D1 and one cell: the ground for tests of objects, below the API. */
export function aWorld() {
  worlds += 1;
  const cellId = `weur-${worlds}`;
  const namespace = env.TIMELINE_CELL as unknown as DurableObjectNamespace<TimelineCell>;
  const cell = namespace.get(namespace.idFromName(cellId));
  const followed = new Set<string>();
  let time = Date.now() - 1_000_000;
  let version = 0;

  const author = () => ids.next(ids.randomShard(), Date.now());
  const d1 = (id: string) => shards.forId(id).d1;

  return {
    cell,
    cellId,
    author,
    async reader() {
      return { reader: author(), cell };
    },
    async follow(userId: string, sourceId: string) {
      version += 1;
      followed.add(sourceId);
      await cell.applyEdge({ userId, sourceId, state: 'following', version });
      await cell.refreshSource(sourceId);
    },
    async unfollow(userId: string, sourceId: string) {
      version += 1;
      followed.delete(sourceId);
      await cell.applyEdge({ userId, sourceId, state: 'none', version });
    },
    /** Commits a post and, when somebody here follows the author, delivers it. `at` (Unix ms) makes it older or newer. */
    async publish(authorId: string, at?: number): Promise<string> {
      if (at === undefined) time += 1_000;
      const id = encodeSnowflake({ time: at ?? time, shard: shardOfId(authorId), sequence: 0 });
      await d1(authorId)
        .prepare(`INSERT INTO posts (id, author_id, entry_id, state, created_at) VALUES (?1, ?2, ?1, 'published', ?3)`)
        .bind(id, authorId, at ?? time)
        .run();
      if (followed.has(authorId)) {
        await cell.syncEntries([{ sourceId: authorId, entryId: id, postId: id, revision: 0, present: true }]);
      }
      return id;
    },
    /** What D1 says of a post's likes, as if other cells had reported them. */
    async setLikes(postId: string, likes: number): Promise<void> {
      await d1(postId).prepare('UPDATE posts SET like_count = ?2 WHERE id = ?1').bind(postId, likes).run();
    },
    async setTag(postId: string, tag: string): Promise<void> {
      await d1(postId).prepare('INSERT INTO post_hashtags (post_id, tag) VALUES (?, ?)').bind(postId, tag).run();
    },
    async likeCount(postId: string): Promise<number> {
      const row = await d1(postId)
        .prepare('SELECT like_count FROM posts WHERE id = ?')
        .bind(postId)
        .first<number>('like_count');
      return row ?? Number.NaN;
    },
    /** Who likes a post by its list in D1, sorted by id. */
    async likersOf(postId: string): Promise<string[]> {
      const { results } = await d1(postId)
        .prepare('SELECT user_id AS id FROM post_likers WHERE post_id = ? AND liked ORDER BY user_id')
        .bind(postId)
        .all<{ id: string }>();
      return results.map(({ id }) => id);
    },
  };
}
