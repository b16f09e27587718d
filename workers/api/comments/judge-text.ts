import { createHash } from 'node:crypto';
import type { HeldCode } from '../../../shared/contracts/index.ts';
import type { CommentRow } from '../../../shared/db/comments/comment-row.ts';
import type { CommentedPost } from '../../../shared/db/comments/find-commented-post.ts';
import { judgeComment } from '../../../shared/domain/moderation/judge-comment.ts';
import { formRepeated, isRepeatable } from '../../../shared/domain/moderation/repeated-form.ts';
import { timeOfId } from '../../../shared/ids/index.ts';
import type { AppContext, Viewer } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { type DescribedText, describeText } from '../../people/describe-text.ts';

const HOUR_MS = 3_600_000;

export type JudgedText = DescribedText & { heldReason: HeldCode | null };

/**
 * What becomes of a comment's text: it gets its tags and names, and the reason to hold it back, if there is one.
 * `before` is what an edit replaces: the same text once more repeats nothing, nor is it let through by that.
 */
export async function judgeText(
  c: Pick<AppContext, 'get' | 'var'>,
  post: CommentedPost,
  text: string,
  before?: Pick<CommentRow, 'text' | 'heldReason'>,
): Promise<JudgedText> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  const described = await describeText(services, viewer, text);
  const repeated = text === before?.text ? before.heldReason === 'repeated-text' : await countRepeat(c, viewer, text);
  const { BLOCKED_WORDS, NEW_ACCOUNT_HOURS } = services.config;
  const heldReason = judgeComment({
    text,
    ownPost: viewer.id === post.authorId,
    operatorWords: BLOCKED_WORDS,
    ownerWords: post.hiddenWords,
    repeated,
    newAccount: now - timeOfId(viewer.id) < NEW_ACCOUNT_HOURS * HOUR_MS,
  });
  return { ...described, heldReason };
}

/** Whether the writer has used up how often texts that say the same may be written; the writer's limiter counts, by hash. */
async function countRepeat(c: Pick<AppContext, 'get' | 'var'>, viewer: Viewer, text: string): Promise<boolean> {
  if (isRepeatable(text)) return false;
  const { services, now } = c.var;
  const { attempts, windowMs } = services.config.LIMIT_EQUAL_COMMENTS;
  const hash = createHash('sha256').update(formRepeated(text)).digest('base64url');
  const { allowed } = await services.stubs
    .rateLimiter(`user:${viewer.id}`)
    .take(`text:${hash}`, attempts, windowMs, now);
  return !allowed;
}
