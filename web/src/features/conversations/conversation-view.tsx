import type { Conversation } from '../../../../shared/contracts/index.ts';
import { ErrorState } from '../../ui/states.tsx';
import { MessageComposer } from './message-composer.tsx';
import { MessageList, MessagesSkeleton } from './message-list.tsx';
import { PendingNote } from './pending-note.tsx';
import { RequestNote } from './request-note.tsx';
import { useMessages } from './use-messages.ts';
import { useOutgoing } from './use-outgoing.ts';
import { useReadMark } from './use-read-mark.ts';

/** What two people wrote, and the field to go on. */
export function ConversationView({ conversation }: { conversation: Conversation }) {
  const { id, with: other, request } = conversation;
  const { outgoing, isSending, send, retry, discard } = useOutgoing(id);
  const { query, messages } = useMessages(id, isSending);
  useReadMark(id, messages.find(({ senderId }) => senderId === other.id)?.id);
  const begun = messages.length > 0 || outgoing.length > 0;
  return (
    <>
      {query.isPending && <MessagesSkeleton />}
      {query.isError && !query.data && (
        <div className="flex-1">
          <ErrorState title="The messages could not be loaded" error={query.error} onRetry={() => query.refetch()} />
        </div>
      )}
      {query.data && (
        <MessageList
          other={other}
          messages={messages}
          outgoing={outgoing}
          query={query}
          onRetry={retry}
          onDiscard={discard}
        />
      )}
      {request && <RequestNote conversation={conversation} />}
      {!request && query.data && <PendingNote conversation={conversation} begun={begun} />}
      <MessageComposer conversationId={id} other={other} onSend={send} />
    </>
  );
}
