import { MessagesSquare } from 'lucide-react';
import { EmptyState } from '../../ui/states.tsx';

/** Beside the list while none is open. */
export default function NoConversation() {
  return (
    <div className="flex h-full items-center">
      <EmptyState icon={<MessagesSquare className="size-7" strokeWidth={1.5} />} title="Your messages">
        Choose a conversation from the list, or begin one.
      </EmptyState>
    </div>
  );
}
