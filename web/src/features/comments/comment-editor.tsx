import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { COMMENT_TEXT_MAX, type Comment, countCharacters } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { CharacterCount } from '../../ui/character-count.tsx';
import { TextAreaField } from '../../ui/text-field.tsx';
import { isTextKept, useKeptText } from '../../ui/use-kept-text.ts';
import { useCommentCache } from './use-comment-cache.ts';

const nameOf = (commentId: string) => `comment-edit.${commentId}`;

/** Whether a change of the comment was begun and neither saved nor called off. */
export const isEditKept = ({ id }: Comment): boolean => isTextKept(nameOf(id));

/** The text of a comment in a field, with the cursor at its end. A reload keeps what was changed. */
export function CommentEditor({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const cache = useCommentCache(comment.postId);
  const [text, setText] = useKeptText(nameOf(comment.id), comment.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const leave = () => {
    setText(comment.text);
    onDone();
  };
  const save = useMutation({
    mutationFn: () => api.patch<Comment>(`/comments/${comment.id}`, { text: text.trim() }),
    onSuccess: (changed) => {
      cache.replace(comment, changed);
      leave();
    },
  });
  const length = countCharacters(text);
  return (
    <form
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextAreaField
        ref={field}
        label="Edit comment"
        rows={2}
        value={text}
        error={save.error ? describeError(save.error) : undefined}
        onChange={(event) => setText(event.target.value)}
        aside={<CharacterCount length={length} max={COMMENT_TEXT_MAX} />}
      />
      <div className="mt-2 flex justify-end gap-2">
        <Button size="small" look="plain" onClick={leave}>
          Cancel
        </Button>
        <Button size="small" type="submit" busy={save.isPending} disabled={length === 0 || length > COMMENT_TEXT_MAX}>
          Save
        </Button>
      </div>
    </form>
  );
}
