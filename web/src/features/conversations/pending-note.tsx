import type { Conversation } from '../../../../shared/contracts/index.ts';

interface PendingNoteProps {
  conversation: Conversation;
  /** Whether anything was written. */
  begun: boolean;
}

/** Says how far one comes with somebody who does not follow back. */
export function PendingNote({ conversation: { with: other, pending }, begun }: PendingNoteProps) {
  const asks = pending || (!begun && !other.viewer.followedBy);
  if (!asks) return null;
  return (
    <p className="px-4 pb-2 text-center text-xs text-faint text-pretty">
      {other.username} does not follow you, so this is a request: they may take it up or leave it. Until then you can
      send three messages.
    </p>
  );
}
