import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { COMMENT_TEXT_MAX, type Comment, countCharacters } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { CharacterCount } from '../../ui/character-count.tsx';
import { TextAreaField } from '../../ui/text-field.tsx';
import { useCommentCache } from './use-comment-cache.ts';

/** The text of a comment in a field, with the cursor at its end. */
export function CommentEditor({ comment, onDone }: { comment: Comment; onDone: () => void }) {
  const cache = useCommentCache(comment.postId);
  const [text, setText] = useState(comment.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const save = useMutation({
    mutationFn: () => api.patch<Comment>(`/comments/${comment.id}`, { text: text.trim() }),
    onSuccess: (changed) => {
      cache.change(comment.id, () => changed);
      onDone();
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
        <Button size="small" look="plain" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" type="submit" busy={save.isPending} disabled={length === 0 || length > COMMENT_TEXT_MAX}>
          Save
        </Button>
      </div>
    </form>
  );
}
