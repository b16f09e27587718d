import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** A comment with what decides who hears of it. */
export type NoticedComment = {
  id: string;
  postId: string;
  postAuthorId: string;
  /** Of the first comment of its thread; null for a comment on the post itself. */
  parentAuthorId: string | null;
  /** Whom a reply answers, who may be another one in the thread. */
  answeredUserId: string | null;
  authorId: string;
  text: string;
  mentionedIds: string[];
  /** Whether everybody who sees the post sees it; its post may be archived, and come back. */
  published: boolean;
  createdAt: number;
  editedAt: number | null;
};

type Raw = Omit<NoticedComment, 'mentionedIds' | 'published'> & { mentions: string; published: number };

/** Comments by id, with their posts unless these are deleted, one query a database. */
export async function loadNoticedComments(
  shards: ShardRouter,
  ids: Iterable<string>,
): Promise<Map<string, NoticedComment>> {
  const lists = await Promise.all(
    [...shards.group(new Set(ids))].map(([shard, group]) =>
      shard.db.all<Raw>(sql`
        SELECT c.id, c.post_id AS postId, p.author_id AS postAuthorId, parent.author_id AS parentAuthorId,
          c.answered_user_id AS answeredUserId, c.author_id AS authorId, c.text, c.mentions, c.state = 'published' AS published,
          c.created_at AS createdAt, c.edited_at AS editedAt
        FROM comments AS c JOIN posts AS p ON p.id = c.post_id AND p.state <> 'deleted'
        LEFT JOIN comments AS parent ON parent.id = c.parent_id
        WHERE c.id IN (SELECT value FROM json_each(${JSON.stringify(group)}))`),
    ),
  );
  return new Map(
    lists.flat().map(({ mentions, published, ...comment }) => {
      const mentionedIds = (JSON.parse(mentions) as { userId: string }[]).map(({ userId }) => userId);
      return [comment.id, { ...comment, mentionedIds, published: published === 1 }];
    }),
  );
}
