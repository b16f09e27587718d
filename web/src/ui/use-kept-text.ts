import { useState } from 'react';

const keyOf = (name: string) => `rimlight.${name}`;

function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

function keep(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(keyOf(name));
    else sessionStorage.setItem(keyOf(name), text);
  } catch {
    // Storage is blocked: the text lasts as long as the page.
  }
}

/** Whether a text other than the first one was typed there and not sent. */
export const isTextKept = (name: string): boolean => recall(name) !== null;

/**
 * What was typed and not sent; a reload keeps it. It is stored as it is set, since what sets it may be gone with the next
 * render. Another name needs another component.
 */
export function useKeptText(name: string, initial = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => recall(name) ?? initial);
  const change = (next: string) => {
    setText(next);
    keep(name, next === initial ? null : next);
  };
  return [text, change];
}
