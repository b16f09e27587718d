import { useEffect, useState } from 'react';

const keyOf = (name: string) => `rimlight.${name}`;

function recall(name: string): string {
  try {
    return sessionStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/** What was typed and not sent; a reload keeps it. Another name needs another component. */
export function useKeptText(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => recall(name));
  useEffect(() => {
    try {
      if (text) sessionStorage.setItem(keyOf(name), text);
      else sessionStorage.removeItem(keyOf(name));
    } catch {
      // Storage is blocked: the text lasts as long as the page.
    }
  }, [name, text]);
  return [text, setText];
}
