import type { Collection } from '../../../../shared/contracts/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NewCollectionForm } from './new-collection-form.tsx';

interface NewCollectionDialogProps {
  onClose: () => void;
  onMade: (made: Collection) => void;
}

export default function NewCollectionDialog({ onClose, onMade }: NewCollectionDialogProps) {
  return (
    <Dialog open onClose={onClose} title="New collection">
      <div className="p-5">
        <NewCollectionForm autoFocus onMade={onMade} />
        <p className="mt-3 text-xs text-faint">Only you see your collections.</p>
      </div>
    </Dialog>
  );
}
