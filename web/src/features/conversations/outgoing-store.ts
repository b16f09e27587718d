/** A message that is not at the server yet, as far as this browser knows. */
export interface Outgoing {
  /** Sent as Idempotency-Key: a second try after a lost answer, or a reload, makes no second message. */
  key: string;
  text: string;
  createdAt: string;
  /** Why it did not go; null while it is on its way. */
  problem: string | null;
}

const NONE: Outgoing[] = [];
const boxes = new Map<string, Outgoing[]>();
const listeners = new Set<() => void>();
const keyOf = (box: string) => `rimlight.outgoing.${box}`;

function recall(box: string): Outgoing[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(box)) ?? 'null') ?? NONE;
  } catch {
    return NONE;
  }
}

/** What waits in a box, the oldest first. A box is one person's for one conversation; it survives a reload. */
export function readOutgoing(box: string): Outgoing[] {
  const held = boxes.get(box) ?? recall(box);
  boxes.set(box, held);
  return held;
}

export function changeOutgoing(box: string, change: (all: Outgoing[]) => Outgoing[]): void {
  const next = change(readOutgoing(box));
  boxes.set(box, next);
  try {
    if (next.length > 0) sessionStorage.setItem(keyOf(box), JSON.stringify(next));
    else sessionStorage.removeItem(keyOf(box));
  } catch {
    // Storage is blocked: it lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function subscribeOutgoing(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
