/** Films begin without sound; who turns it on has it for the films after, until the page is left. */
let on = false;
const listeners = new Set<() => void>();

export const isSoundOn = () => on;

export function setSound(next: boolean): void {
  on = next;
  for (const listener of listeners) listener();
}

export function subscribeSound(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
