/** The conversation of two people: the same whoever begins it. */
export function conversationIdOf(a: string, b: string): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`;
}

/** The other one of a conversation; undefined when `userId` is not in it. */
export function otherIn(conversationId: string, userId: string): string | undefined {
  const [low = '', high = ''] = conversationId.split('-');
  if (low >= high) return undefined;
  if (userId === low) return high;
  return userId === high ? low : undefined;
}
