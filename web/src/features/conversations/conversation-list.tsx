import { MessagesSquare } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ConversationRow, ConversationRowsSkeleton } from './conversation-row.tsx';
import { type Folder, useConversations } from './use-conversations.ts';

interface ConversationListProps {
  folder: Folder;
  openId: string | undefined;
  onNew: () => void;
  onMain: () => void;
}

/** The conversations of a folder, the newest message first. */
export function ConversationList({ folder, openId, onNew, onMain }: ConversationListProps) {
  const query = useConversations(folder);
  const conversations = query.data?.pages.flatMap((page) => page.conversations) ?? [];
  const isEmpty = query.data && conversations.length === 0 && !query.hasNextPage;
  return (
    <>
      {query.isPending && <ConversationRowsSkeleton />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {isEmpty && (folder === 'main' ? <NoConversations onNew={onNew} /> : <NoRequests onMain={onMain} />)}
      <ul aria-label={folder === 'main' ? 'Conversations' : 'Requests'} className="p-1.5 empty:hidden">
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <ConversationRow conversation={conversation} isOpen={conversation.id === openId} />
          </li>
        ))}
      </ul>
      {query.hasNextPage && <LoadMore query={query} />}
    </>
  );
}

const icon = <MessagesSquare className="size-7" strokeWidth={1.5} />;

function NoConversations({ onNew }: { onNew: () => void }) {
  return (
    <EmptyState icon={icon} title="No messages yet" action={<Button onClick={onNew}>Write to somebody</Button>}>
      Write to somebody, or send them a post with the paper plane under it.
    </EmptyState>
  );
}

function NoRequests({ onMain }: { onMain: () => void }) {
  return (
    <EmptyState
      icon={icon}
      title="No requests"
      action={
        <Button look="quiet" onClick={onMain}>
          Back to your messages
        </Button>
      }
    >
      When somebody whom you do not follow writes to you, it waits here until you answer.
    </EmptyState>
  );
}
