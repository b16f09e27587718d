import type { Comment } from '../../../../shared/contracts/index.ts';
import { changeKeptText, useKeptText } from '../../ui/use-kept-text.ts';
import { useDraftName } from './use-comment-draft.ts';

/** The comment that is being answered, and who wrote it. */
export interface Answered {
  id: string;
  username: string;
}

export const answeredOf = ({ id, author }: Comment): Answered => ({ id, username: author.username });

/** Beside the name of the text. */
const nameOf = (draftName: string) => `answered.${draftName}`;
const write = (answered: Answered | null) => (answered ? `${answered.id} ${answered.username}` : '');

/** Whom the text that is being written under a post answers; kept along with it, so that no answer becomes a comment. */
export function useAnswered(postId: string): [Answered | null, (answered: Answered | null) => void] {
  const [kept, keep] = useKeptText(nameOf(useDraftName(postId)));
  const [id, username] = kept.split(' ');
  const answered = id && username ? { id, username } : null;
  return [answered, (next) => keep(write(next))];
}

/** Answers somebody again, unless somebody else is being answered by now. */
export function answerAgain(draftName: string, answered: Answered | null): void {
  changeKeptText(nameOf(draftName), (kept) => kept || write(answered));
}
