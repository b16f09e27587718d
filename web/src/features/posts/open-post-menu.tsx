import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  Archive,
  Ellipsis,
  FolderPlus,
  Link2,
  Pencil,
  SquareArrowOutUpRight,
  Trash2,
  UserRoundMinus,
} from 'lucide-react';
import { useState } from 'react';
import type { FeedReason, Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import Confirm from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine, MenuNote } from '../../ui/menu.tsx';
import { notify, notifyError } from '../../ui/notify.ts';
import { useMe } from '../auth/session.ts';
import { openCollect } from '../collections/collect-prompt.ts';
import { reasonText } from '../feed/reason-text.ts';
import { useUntagMe } from '../tags/use-untag-me.ts';
import { changeCachedPost } from './change-cached-post.ts';
import { EditPostDialog } from './edit-post-dialog.tsx';
import { copyPostLink } from './share-post.ts';
import { useArchivePost } from './use-archive-post.ts';

export interface PostMenuProps {
  post: Post;
  reason?: FeedReason | undefined;
  onDeleted?: (() => void) | undefined;
}

export default function OpenPostMenu({ post, reason, onDeleted }: PostMenuProps) {
  const me = useMe();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'edit' | 'delete' | null>(null);
  const isOwn = me?.id === post.author.id;
  const isTagged = post.people.some(({ userId }) => userId === me?.id);
  const untag = useUntagMe(post.id);
  const archive = useArchivePost(post);
  const remove = useMutation({
    mutationFn: () => api.delete<void>(`/posts/${post.id}`),
    onSuccess: () => {
      setOpen(null);
      onDeleted?.();
      changeCachedPost(queryClient, post.id, () => null);
      for (const queryKey of [queryKeys.user(post.author.username), queryKeys.archivedPosts]) {
        void queryClient.invalidateQueries({ queryKey });
      }
      notify('Post deleted.');
    },
    onError: (error) => notifyError(`The post is still there. ${describeError(error)}`),
  });
  return (
    <>
      <Menu
        defaultOpen
        trigger={
          <IconButton label="More">
            <Ellipsis className="size-5" />
          </IconButton>
        }
      >
        {!post.archived && (
          <>
            <MenuItem icon={<SquareArrowOutUpRight />} render={<Link to="/p/$postId" params={{ postId: post.id }} />}>
              Open post
            </MenuItem>
            <MenuItem icon={<Link2 />} onSelect={() => void copyPostLink(post.id)}>
              Copy link
            </MenuItem>
            {me && (
              <MenuItem icon={<FolderPlus />} onSelect={() => openCollect(post.id)}>
                Add to a collection
              </MenuItem>
            )}
          </>
        )}
        {isTagged && (
          <MenuItem icon={<UserRoundMinus />} onSelect={() => untag.mutate()}>
            Take my tag off
          </MenuItem>
        )}
        {isOwn && !post.archived && (
          <>
            <MenuItem icon={<Pencil />} onSelect={() => setOpen('edit')}>
              Edit
            </MenuItem>
            <MenuItem icon={<Archive />} onSelect={() => archive.mutate(true, { onSuccess: () => onDeleted?.() })}>
              Archive
            </MenuItem>
          </>
        )}
        {isOwn && (
          <MenuItem icon={<Trash2 />} danger onSelect={() => setOpen('delete')}>
            Delete
          </MenuItem>
        )}
        {reason && (
          <>
            <MenuLine />
            <MenuNote>
              <span className="font-medium text-soft">Why you see this. </span>
              {reasonText(reason, post.author.username)}
            </MenuNote>
          </>
        )}
      </Menu>
      <Confirm
        open={open === 'delete'}
        title="Delete this post?"
        action="Delete"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onCancel={() => setOpen(null)}
      >
        It disappears from every feed, with its photos and likes. This cannot be taken back.
      </Confirm>
      {open === 'edit' && <EditPostDialog post={post} onClose={() => setOpen(null)} />}
    </>
  );
}
