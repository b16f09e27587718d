/** Messages of one person within this belong together. */
const TOGETHER_MS = 5 * 60_000;

interface Placed {
  senderId: string;
  createdAt: string;
}

export interface Arranged<M> {
  message: M;
  /** The first of its day. */
  startsDay: boolean;
  /** The first of several that belong together. */
  startsGroup: boolean;
  /** The last of them: it says when. */
  endsGroup: boolean;
}

/** Messages, the oldest first, with where days and groups begin and end. */
export function arrangeMessages<M extends Placed>(messages: readonly M[]): Arranged<M>[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    return {
      message,
      startsDay: !before || dayOf(before) !== dayOf(message),
      startsGroup: !before || !belong(before, message),
      endsGroup: !after || !belong(message, after),
    };
  });
}

function dayOf({ createdAt }: Placed): string {
  return new Date(createdAt).toDateString();
}

function belong(a: Placed, b: Placed): boolean {
  const apart = Date.parse(b.createdAt) - Date.parse(a.createdAt);
  return a.senderId === b.senderId && apart < TOGETHER_MS && dayOf(a) === dayOf(b);
}
