/** What an outbox row asks for: to bring every copy of one truth up to date. Each is idempotent and reads the truth itself. */
export type OutboxWork =
  | { topic: 'post'; postId: string; cells?: { after: string; through: string } | { only: string[] } }
  | { topic: 'edge'; followerId: string; followeeId: string }
  | { topic: 'block'; blockerId: string; blockedId: string }
  | { topic: 'mode'; sourceId: string }
  | { topic: 'gone-public'; userId: string }
  | { topic: 'share'; userId: string; postId: string }
  | { topic: 'purge'; postId: string };

/** A row of the outbox. */
export type OutboxItem = { id: string; work: OutboxWork };
