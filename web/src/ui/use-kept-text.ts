import { useEffect, useState } from 'react';

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

type Change = (text: string) => string;

/** The fields on the page that show a kept text, by its name. */
const fields = new Map<string, Set<(change: Change) => void>>();

/**
 * Changes a kept text from elsewhere than its field, which may be gone or be another one by now. Answers whether a field
 * shows it.
 */
export function changeKeptText(name: string, change: Change): boolean {
  keep(name, change(recall(name) ?? '') || null);
  const showing = fields.get(name);
  for (const field of showing ?? []) field(change);
  return showing !== undefined;
}

function addField(name: string, field: (change: Change) => void): () => void {
  const showing = fields.get(name) ?? new Set();
  fields.set(name, showing.add(field));
  return () => {
    showing.delete(field);
    if (showing.size === 0) fields.delete(name);
  };
}

/**
 * What was typed and not sent; a reload keeps it. It is stored as it is set, since what sets it may be gone with the next
 * render. Another name needs another component.
 */
export function useKeptText(name: string, initial = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => recall(name) ?? initial);
  useEffect(() => addField(name, setText), [name]);
  const change = (next: string) => {
    setText(next);
    keep(name, next === initial ? null : next);
  };
  return [text, change];
}
