import type { OutboxItem } from '../../../shared/db/outbox/outbox-work.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import type { AppContext } from '../../http/app-env.ts';

/** The work that a change of a comment owes. `formerIds` are people whom the comment may not name once it is changed. */
export function noticeOfComment(
  { var: { services, now } }: Pick<AppContext, 'get' | 'var'>,
  { id, postId }: { id: string; postId: string },
  formerIds: string[],
): OutboxItem {
  const about = { kind: 'comment' as const, commentId: id, postId, formerIds };
  return { id: services.ids.next(shardOfId(id), now), work: { topic: 'notice', about } };
}
