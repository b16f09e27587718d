import type { ShareAnswer, SharePost } from '../../../shared/contracts/index.ts';
import { conversationIdOf } from '../../../shared/domain/conversations/conversation-id.ts';
import { AppError, invalidField } from '../../../shared/errors/index.ts';
import type { Hydrated } from '../../cards/hydrate-posts.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { foreseeSend } from '../../conversations/foresee-send.ts';
import { requestPending } from '../../conversations/request-pending.ts';
import { requirePartner } from '../../conversations/require-partner.ts';
import { sendTo } from '../../conversations/send-to.ts';
import type { AppContext } from '../../http/app-env.ts';
import { takeAttempts } from '../../http/limit-action.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import type { VisibleUser } from '../../people/require-visible-user.ts';

/** Sends a post to people, a message each. Everybody is looked at before the first message goes. */
export async function sendPost(
  c: Pick<AppContext, 'get' | 'var'>,
  { card, counts }: Hydrated,
  toUserIds: readonly string[],
  note: SharePost['note'],
): Promise<ShareAnswer> {
  const { services } = c.var;
  const viewer = requireViewer(c);
  const recipientIds = [...new Set(toUserIds)];
  const partners = await Promise.all(
    recipientIds.map(async (userId, index) => {
      try {
        return await requirePartner(services, viewer, conversationIdOf(viewer.id, userId));
      } catch {
        throw invalidField(`toUserIds.${index}`, 'cannot be written to');
      }
    }),
  );
  const willing = await requireWilling(c, partners);
  const sent = await Promise.allSettled(
    willing.map((partner) => sendTo(c, partner, { text: note ?? '', postId: card.id })),
  );
  requireSent(sent);
  const marksOf = await readMarks(services, viewer, [card.id]);
  const messages = sent.flatMap((result, index) =>
    result.status === 'fulfilled'
      ? [{ conversationId: conversationIdOf(viewer.id, willing[index]?.person.id ?? ''), messageId: result.value.id }]
      : [],
  );
  return { shared: marksOf(card.id).shared, shares: counts.shares, repost: null, messages };
}

/**
 * Those who take a message of the viewer at this moment; 403 when nobody does. What will be sent is counted before the
 * first goes: neither a refusal nor a retry costs an attempt.
 */
async function requireWilling(
  c: Pick<AppContext, 'get' | 'var'>,
  partners: readonly VisibleUser[],
): Promise<VisibleUser[]> {
  const outlooks = await Promise.all(partners.map((partner) => foreseeSend(c, partner)));
  const willing = partners.filter((_, index) => outlooks[index] !== 'refused');
  if (willing.length === 0 && partners[0]) throw requestPending(partners[0]);
  const fresh = outlooks.filter((outlook) => outlook === 'new').length;
  if (fresh > 0) await takeAttempts(c, 'message', fresh);
  return willing;
}

/**
 * Somebody who takes no more requests of the sender is left out of the answer, for the others have theirs. When nobody
 * takes it, it is refused; when something failed, the same request may come again and sends nothing twice.
 */
function requireSent(sent: readonly PromiseSettledResult<unknown>[]): void {
  const reasons = sent.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const failure = reasons.find((reason) => !(reason instanceof AppError && reason.code === 'forbidden'));
  if (failure !== undefined) throw failure;
  if (reasons.length > 0 && reasons.length === sent.length) throw reasons[0];
}
