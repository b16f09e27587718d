import type { Conversation } from '../../../../shared/contracts/index.ts';

/** The line under a name in the list: what was said last, and whether it was oneself. */
export function describeLast(last: Conversation['last'], meId: string): string {
  if (!last) return 'Nothing written yet';
  const own = last.senderId === meId;
  if (!last.text) return own ? 'You sent a post' : 'Sent a post';
  return own ? `You: ${last.text}` : last.text;
}
