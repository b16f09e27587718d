import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, FolderMinus, FolderPlus, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Collection } from '../../../../shared/contracts/index.ts';
import Confirm from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { notify } from '../../ui/notify.ts';
import RenameCollectionDialog from './rename-collection-dialog.tsx';
import { useDeleteCollection } from './use-collections.ts';

interface CollectionMenuProps {
  collection: Collection;
  onAdd: () => void;
  onTakeOut: () => void;
}

/** What can be done with a collection. */
export default function CollectionMenu({ collection, onAdd, onTakeOut }: CollectionMenuProps) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const remove = useDeleteCollection(collection.id);
  return (
    <>
      <Menu
        defaultOpen
        trigger={
          <IconButton label="More about this collection">
            <Ellipsis className="size-5" />
          </IconButton>
        }
      >
        <MenuItem icon={<FolderPlus />} onSelect={onAdd}>
          Add posts
        </MenuItem>
        {collection.counts.posts > 0 && (
          <MenuItem icon={<FolderMinus />} onSelect={onTakeOut}>
            Take posts out
          </MenuItem>
        )}
        <MenuItem icon={<Pencil />} onSelect={() => setOpen('rename')}>
          Rename
        </MenuItem>
        <MenuItem icon={<Trash2 />} danger onSelect={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </Menu>
      {open === 'rename' && <RenameCollectionDialog collection={collection} onClose={() => setOpen(null)} />}
      <Confirm
        open={open === 'delete'}
        title={`Delete ${collection.name}?`}
        action="Delete"
        busy={remove.isPending}
        onCancel={() => setOpen(null)}
        onConfirm={() =>
          remove.mutate(undefined, {
            onSuccess: () => {
              notify('Collection deleted. Its posts are still saved.');
              void navigate({ to: '/saved', replace: true });
            },
          })
        }
      >
        Its posts stay among those you saved.
      </Confirm>
    </>
  );
}
