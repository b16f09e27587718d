import type { Author, Comment } from '../../../../shared/contracts/index.ts';

/** Whether the post's author may show it to everyone: what the operator's words hold back, they cannot let through. */
export const isApprovable = ({ status, held }: Pick<Comment, 'status' | 'held'>): boolean =>
  status === 'held' && held?.code !== 'blocked-word';

/** Tells the writer of a held comment, and the author of the post, who sees it, why, and whose approval it waits for. */
export function describeHeld(
  comment: Pick<Comment, 'author' | 'status' | 'held'>,
  postAuthor: Pick<Author, 'id' | 'username'>,
  viewerId: string | undefined,
): string {
  const isWriter = comment.author.id === viewerId;
  const isPostAuthor = postAuthor.id === viewerId;
  const other = isWriter ? postAuthor : comment.author;
  return [
    isWriter && isPostAuthor ? 'Only you see this comment.' : `Only you and ${other.username} see this comment.`,
    comment.held?.message,
    isApprovable(comment) && `It waits for ${isPostAuthor ? 'you' : postAuthor.username} to approve it.`,
  ]
    .filter(Boolean)
    .join(' ');
}
