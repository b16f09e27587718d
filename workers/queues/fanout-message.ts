/** One outbox row to work off: a post or an edge, never a follower. `after` pages through a large audience's cells. */
export type FanoutMessage = { outboxId: string; after?: string };
