import { Button } from '../../ui/button.tsx';
import type { SendState } from './use-send-draft.ts';

const WORDS = {
  share: {
    empty: 'Share',
    idle: 'Share',
    waiting: 'Sharing when everything is here',
    sending: 'Sharing',
  },
  schedule: {
    empty: 'Schedule',
    idle: 'Schedule',
    waiting: 'Scheduling when everything is here',
    sending: 'Scheduling',
  },
} as const;

interface ShareButtonProps {
  intent: keyof typeof WORDS;
  state: SendState;
  /** How much of the files has arrived. */
  share: number;
}

/** Share may be pressed before the uploads are done; the rim closes around it as they come. */
export function ShareButton({ intent, state, share }: ShareButtonProps) {
  return (
    <Button
      type="submit"
      size="large"
      busy={state === 'sending' || state === 'waiting'}
      disabled={state === 'empty'}
      className="relative overflow-hidden"
    >
      {WORDS[intent][state]}
      {state === 'waiting' && (
        <span
          aria-hidden="true"
          className="absolute inset-x-0 bottom-0 h-1 origin-left bg-[var(--rim)] transition-transform"
          style={{ transform: `scaleX(${share})` }}
        />
      )}
    </Button>
  );
}
