import { useState } from 'react';
import type { Collection } from '../../../../shared/contracts/index.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { COLLECTION_NAME_MAX } from './new-collection-form.tsx';
import { useRenameCollection } from './use-collections.ts';

interface RenameCollectionDialogProps {
  collection: Collection;
  onClose: () => void;
}

export default function RenameCollectionDialog({ collection, onClose }: RenameCollectionDialogProps) {
  const [name, setName] = useState(collection.name);
  const rename = useRenameCollection(collection.id);
  const given = name.trim();
  return (
    <Dialog open onClose={onClose} title="Rename collection">
      <form
        className="flex flex-col gap-4 p-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (given) rename.mutate(given, { onSuccess: onClose });
        }}
      >
        <TextField
          label="Name"
          autoComplete="off"
          maxLength={COLLECTION_NAME_MAX}
          value={name}
          error={rename.error ? describeError(rename.error) : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button look="plain" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" busy={rename.isPending} disabled={!given || given === collection.name}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
