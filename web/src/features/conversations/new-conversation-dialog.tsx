import { Dialog } from '../../ui/dialog.tsx';
import { PeoplePicker } from '../users/people-picker.tsx';
import { useOpenConversation } from './use-open-conversation.ts';

/** Picks the person to write to. */
export default function NewConversationDialog({ onClose }: { onClose: () => void }) {
  const open = useOpenConversation();
  return (
    <Dialog open onClose={onClose} title="New message">
      <div className="px-5 pb-4 pt-4">
        <PeoplePicker
          busyId={open.isPending ? open.variables : undefined}
          onPick={({ id }) => open.mutate(id, { onSuccess: onClose })}
        />
      </div>
    </Dialog>
  );
}
