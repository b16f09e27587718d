import { useMutation } from '@tanstack/react-query';
import { Check, Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Comment } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import Confirm from '../../ui/confirm.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { notifyError } from '../../ui/notify.ts';
import { commentRights } from './comment-rights.ts';
import { useCommentCache } from './use-comment-cache.ts';

interface CommentMenuProps {
  comment: Comment;
  ownPost: boolean;
  onEdit: () => void;
}

/** What its writer and the post's author may do with a comment. */
export default function CommentMenu({ comment, ownPost, onEdit }: CommentMenuProps) {
  const cache = useCommentCache(comment.postId);
  const { id, pinned, viewer, counts } = comment;
  const [asking, setAsking] = useState(false);
  const onError = (error: unknown) => notifyError(describeError(error));
  const remove = useMutation({
    mutationFn: () => api.delete<void>(`/comments/${id}`),
    onSuccess: () => cache.remove(comment),
    onError,
  });
  const pin = useMutation({
    mutationFn: () => (pinned ? api.delete<void>(`/comments/${id}/pin`) : api.post<void>(`/comments/${id}/pin`)),
    onSuccess: cache.reload,
    onError,
  });
  const approve = useMutation({
    mutationFn: () => api.post<Comment>(`/comments/${id}/approve`),
    onSuccess: (changed) => {
      cache.replace(comment, changed);
      void cache.reload();
    },
    onError,
  });
  const { canPin, canApprove } = commentRights(comment, ownPost);
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            aria-label="More about this comment"
            className="flex size-7 items-center justify-center rounded-full opacity-0 transition hover:bg-raised hover:text-strong focus-visible:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
          >
            <Ellipsis className="size-4" />
          </button>
        }
      >
        {canApprove && (
          <MenuItem icon={<Check />} onSelect={() => approve.mutate()}>
            Show to everyone
          </MenuItem>
        )}
        {canPin && (
          <MenuItem icon={pinned ? <PinOff /> : <Pin />} onSelect={() => pin.mutate()}>
            {pinned ? 'Unpin' : 'Pin to the top'}
          </MenuItem>
        )}
        {viewer.canEdit && (
          <MenuItem icon={<Pencil />} onSelect={onEdit}>
            Edit
          </MenuItem>
        )}
        {viewer.canDelete && (
          <MenuItem icon={<Trash2 />} danger onSelect={() => setAsking(true)}>
            Delete
          </MenuItem>
        )}
      </Menu>
      <Confirm
        open={asking}
        title="Delete this comment?"
        action="Delete"
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onCancel={() => setAsking(false)}
      >
        {counts.replies > 0
          ? 'Its answers are deleted with it. This cannot be taken back.'
          : 'This cannot be taken back.'}
      </Confirm>
    </>
  );
}
