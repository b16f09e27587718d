import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';

/** The outbox row to work off, whole, so that no read is needed to begin. It names a post or an edge, never a follower. */
export type FanoutMessage = OutboxItem;
