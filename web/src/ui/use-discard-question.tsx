import { type ReactNode, useState } from 'react';
import Confirm from './confirm.tsx';

interface DiscardQuestion {
  /** Closes, at once or after the question. */
  leave: () => void;
  /** Stands inside of what it is asked about, so that Escape and a click beside answer the question only. */
  question: ReactNode;
}

/** Asks before something that was changed is dropped. */
export function useDiscardQuestion(changed: boolean, onDiscard: () => void): DiscardQuestion {
  const [asking, setAsking] = useState(false);
  return {
    leave: () => (changed ? setAsking(true) : onDiscard()),
    question: (
      <Confirm
        open={asking}
        title="Discard changes?"
        action="Discard"
        keep="Keep editing"
        onConfirm={onDiscard}
        onCancel={() => setAsking(false)}
      >
        What you wrote is not saved.
      </Confirm>
    ),
  };
}
