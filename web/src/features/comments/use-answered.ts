import type { Comment } from '../../../../shared/contracts/index.ts';
import { useKeptText } from '../../ui/use-kept-text.ts';

/** The comment that is being answered, and who wrote it. */
export interface Answered {
  id: string;
  username: string;
}

export const answeredOf = ({ id, author }: Comment): Answered => ({ id, username: author.username });

/** Whom the text that is being written under a post answers; kept along with it, so that no answer becomes a comment. */
export function useAnswered(postId: string): [Answered | null, (answered: Answered | null) => void] {
  const [kept, keep] = useKeptText(`answered.${postId}`);
  const [id, username] = kept.split(' ');
  const answered = id && username ? { id, username } : null;
  return [answered, (next) => keep(next ? `${next.id} ${next.username}` : '')];
}
