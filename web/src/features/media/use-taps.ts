import { type MouseEvent, useEffect, useRef } from 'react';

/** Two taps closer than this are one double tap. */
const DOUBLE_MS = 260;

interface Taps {
  onSingle: () => void;
  onDouble: () => void;
}

/** Tells a double tap from a single one; a press of a key is always single and never waits. */
export function useTaps({ onSingle, onDouble }: Taps) {
  const waiting = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(waiting.current), []);
  return (event: MouseEvent) => {
    if (event.detail === 0) return onSingle();
    if (waiting.current !== undefined) {
      window.clearTimeout(waiting.current);
      waiting.current = undefined;
      return onDouble();
    }
    waiting.current = window.setTimeout(() => {
      waiting.current = undefined;
      onSingle();
    }, DOUBLE_MS);
  };
}
