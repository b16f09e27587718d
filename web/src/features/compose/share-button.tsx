import { Button } from '../../ui/button.tsx';
import type { ShareState } from './use-share-draft.ts';

const WORDS: Record<ShareState, string> = {
  empty: 'Share',
  idle: 'Share',
  waiting: 'Sharing when the photos are ready',
  sending: 'Sharing',
};

/** Share may be pressed before the uploads are done; the rim closes around it as they come. */
export function ShareButton({ state, share }: { state: ShareState; share: number }) {
  return (
    <Button
      type="submit"
      size="large"
      busy={state === 'sending' || state === 'waiting'}
      disabled={state === 'empty'}
      className="relative overflow-hidden"
    >
      {WORDS[state]}
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
