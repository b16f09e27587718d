import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { MessageCircleOff } from 'lucide-react';
import { isStatus } from '../../api/api-error.ts';
import { buttonClass } from '../../ui/button.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { ConversationHeader, ConversationHeaderSkeleton } from './conversation-header.tsx';
import { conversationQuery } from './conversation-query.ts';
import { ConversationView } from './conversation-view.tsx';
import { MessagesSkeleton } from './message-list.tsx';

export default function ConversationPage() {
  const { conversationId } = useParams({ from: '/app/messages/$conversationId' });
  const query = useQuery(conversationQuery(conversationId));
  const conversation = query.data;
  useDocumentTitle(conversation ? `Messages with ${conversation.with.username}` : 'Messages');
  return (
    <div data-whole-screen="" className="flex h-dvh flex-col">
      {conversation ? (
        <>
          <ConversationHeader person={conversation.with} />
          <ConversationView key={conversationId} conversation={conversation} />
        </>
      ) : (
        <>
          <ConversationHeaderSkeleton />
          {query.isPending ? <MessagesSkeleton /> : <Missing error={query.error} onRetry={() => query.refetch()} />}
        </>
      )}
    </div>
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (!isStatus(error, 404) && !isStatus(error, 422)) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      icon={<MessageCircleOff className="size-7" strokeWidth={1.5} />}
      title="This conversation is not here"
      action={
        <Link to="/messages" className={buttonClass('quiet')}>
          To your messages
        </Link>
      }
    >
      The account is gone, or one of you blocks the other.
    </EmptyState>
  );
}
