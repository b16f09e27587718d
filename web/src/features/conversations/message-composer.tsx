import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { countCharacters, MESSAGE_TEXT_MAX, type Person } from '../../../../shared/contracts/index.ts';
import { CharacterCount } from '../../ui/character-count.tsx';
import { useFoot } from '../../ui/use-foot.ts';
import { useKeptText } from '../../ui/use-kept-text.ts';
import { useMe } from '../auth/session.ts';

/** The counter shows when the end comes near. */
const COUNT_FROM = MESSAGE_TEXT_MAX - 100;

interface MessageComposerProps {
  conversationId: string;
  other: Person;
  onSend: (text: string) => void;
}

/** A line that grows. Enter sends, Shift and Enter begin a new line. What was typed survives a reload. */
export function MessageComposer({ conversationId, other, onSend }: MessageComposerProps) {
  const me = useMe();
  const [text, setText] = useKeptText(`message.${me?.id}.${conversationId}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const foot = useFoot();
  useEffect(() => {
    // On a phone the keyboard would cover what one came to read.
    if (window.matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);

  const length = countCharacters(text);
  const sendable = length > 0 && length <= MESSAGE_TEXT_MAX;
  const submit = () => {
    if (!sendable) return;
    onSend(text.trim());
    setText('');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      ref={foot}
      className="shrink-0 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] pt-1"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex items-end rounded-[22px] border border-edge bg-surface pl-4 pr-1 transition focus-within:border-accent">
        <textarea
          ref={field}
          aria-label={`Message to ${other.username}`}
          placeholder="Write a message"
          rows={1}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          enterKeyHint="send"
          className="max-h-40 min-h-11 flex-1 resize-none bg-transparent py-3 text-base leading-5 field-sizing-content focus-visible:shadow-none focus-visible:outline-none sm:text-sm"
        />
        {length > COUNT_FROM && (
          <span className="pb-3 pl-2">
            <CharacterCount length={length} max={MESSAGE_TEXT_MAX} />
          </span>
        )}
        <button
          type="submit"
          aria-label="Send"
          title="Send"
          disabled={!sendable}
          className="inline-flex size-11 shrink-0 items-center justify-center rounded-full text-accent transition hover:bg-raised disabled:text-faint"
        >
          <SendHorizontal className="size-5" strokeWidth={1.75} />
        </button>
      </div>
    </form>
  );
}
