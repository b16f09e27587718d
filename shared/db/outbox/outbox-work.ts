/** What an outbox row asks for: to bring every copy of one truth up to date. Each is idempotent and reads the truth itself. */
export type OutboxWork =
  | { topic: 'post'; postId: string; cells?: { after: string; through: string } | { only: string[] } }
  | { topic: 'edge'; followerId: string; followeeId: string }
  | { topic: 'block'; blockerId: string; blockedId: string }
  | { topic: 'mode'; sourceId: string; progress?: ModeProgress }
  | { topic: 'gone-public'; userId: string }
  | { topic: 'share'; userId: string; postId: string }
  | { topic: 'purge'; postId: string }
  | { topic: 'account'; userId: string }
  | { topic: 'move'; userId: string; fromCell: string; toCell: string }
  | { topic: 'notice'; about: NoticeCause };

/**
 * How far a change of mode, by its version, has been told: all cells through `after` (null: every one of them), but for
 * those that failed.
 */
export type ModeProgress = { version: number; after: string | null; failed: string[] };

/** What people are to hear of, or no longer. `formerIds` are people whom the truth may not name any more. */
export type NoticeCause =
  | { kind: 'post'; postId: string }
  | { kind: 'comment'; commentId: string; postId: string; formerIds: string[] }
  | { kind: 'comments-gone'; postId: string; comments: GoneComment[] }
  | { kind: 'comment-like'; commentId: string; postId: string; authorId: string }
  | { kind: 'follow'; followerId: string; followeeId: string; accepted: boolean }
  | { kind: 'share'; userId: string; postId: string };

/** A deleted comment, and whose inboxes spoke of it: those it told, and its writer, if anybody liked it. */
export type GoneComment = { commentId: string; toldIds: string[]; likedAuthorId: string | null };

/** A row of the outbox. */
export type OutboxItem = { id: string; work: OutboxWork };
