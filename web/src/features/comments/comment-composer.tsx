import { X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { COMMENT_TEXT_MAX, countCharacters } from '../../../../shared/contracts/index.ts';
import { CharacterCount } from '../../ui/character-count.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { Answered } from './use-answered.ts';
import { useCommentDraft } from './use-comment-draft.ts';
import { useSendComment } from './use-send-comment.ts';

/** The counter shows when the end comes near. */
const COUNT_FROM = COMMENT_TEXT_MAX - 100;

interface CommentComposerProps {
  postId: string;
  answered: Answered | null;
  onAnswered: (answered: Answered | null) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** One line that grows. Enter sends, Shift and Enter begin a new line. What was typed survives failure and reload. */
export function CommentComposer({ postId, answered, onAnswered, field }: CommentComposerProps) {
  const [text, setText] = useCommentDraft(postId);
  const { send, waiting, problem } = useSendComment(postId);
  const length = countCharacters(text);
  const sendable = length > 0 && length <= COMMENT_TEXT_MAX;
  const submit = () => {
    if (!sendable) return;
    send({ text: text.trim(), answered });
    setText('');
    onAnswered(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      className="border-t border-hairline"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {answered && (
        <p className="flex items-center justify-between gap-2 pl-4 pr-2 pt-1.5 text-xs text-faint">
          <span className="truncate">Answering {answered.username}</span>
          <button
            type="button"
            aria-label="Do not answer"
            className="rounded-full p-2 hover:bg-raised"
            onClick={() => onAnswered(null)}
          >
            <X className="size-3.5" />
          </button>
        </p>
      )}
      {waiting.map(({ key, text: sent }) => (
        <p key={key} className="after-a-moment flex items-center gap-2 px-4 pt-2 text-sm text-faint">
          <Spinner />
          <span className="truncate">{sent}</span>
        </p>
      ))}
      {problem && (
        <p role="alert" className="px-4 pt-2 text-sm text-danger">
          {problem}
        </p>
      )}
      <div className="flex items-end gap-2 pl-4 pr-2">
        <textarea
          ref={field}
          aria-label="Add a comment"
          placeholder="Add a comment"
          rows={1}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="max-h-32 min-h-12 flex-1 resize-none rounded-sm bg-transparent py-3.5 text-base leading-5 field-sizing-content focus-visible:shadow-none focus-visible:outline-none sm:text-sm"
        />
        {length > COUNT_FROM && (
          <span className="pb-4">
            <CharacterCount length={length} max={COMMENT_TEXT_MAX} />
          </span>
        )}
        <button
          type="submit"
          disabled={!sendable}
          className="inline-flex h-12 items-center gap-2 rounded-full px-3 font-semibold text-accent disabled:text-faint"
        >
          Send
        </button>
      </div>
    </form>
  );
}
