import type { Post } from '../../../../shared/contracts/index.ts';
import { ApiError } from '../../api/api-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { PeopleList } from '../users/people-list.tsx';

interface LikersDialogProps {
  post: Pick<Post, 'id'>;
  onClose: () => void;
}

/** Who likes a post: people one follows first, each with a follow button. */
export default function LikersDialog({ post, onClose }: LikersDialogProps) {
  return (
    <Dialog open onClose={onClose} title="Likes">
      <div className="min-h-80 px-5 py-3">
        <PeopleList
          queryKey={queryKeys.likers(post.id)}
          path={`/posts/${post.id}/likes`}
          refused={(error) =>
            error instanceof ApiError && error.code === 'likes-hidden' ? (
              <EmptyState title="The author hides who likes this" />
            ) : null
          }
          empty={<EmptyState title="Nobody to show">People who like this post appear here.</EmptyState>}
        />
      </div>
    </Dialog>
  );
}
