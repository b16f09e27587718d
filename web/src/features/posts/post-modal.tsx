import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { backdropClass } from '../../ui/backdrop-class.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { isFromOverlay } from '../../ui/is-from-overlay.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { ErrorState } from '../../ui/states.tsx';
import { PostViewSkeleton } from './post-page.tsx';
import { PostView } from './post-view.tsx';
import { postQuery } from './use-post.ts';

interface PostModalProps {
  postId: string;
  /** The grid beneath, through which the arrows walk. */
  among: Post[];
  username: string;
}

const arrowClass = 'fixed top-1/2 -translate-y-1/2 bg-black/50 text-white hover:bg-black/80 max-md:hidden';

/** A post over the grid it was opened from. The address is the post's own; closing goes back to the same place. */
export default function PostModal({ postId, among, username }: PostModalProps) {
  const query = useQuery(postQuery(postId));
  const router = useRouter();
  const navigate = useNavigate();
  const index = among.findIndex((post) => post.id === postId);
  const close = () => router.history.back();
  const go = (to: Post | undefined) => {
    if (!to) return;
    void navigate({
      to: '/@{$username}',
      params: { username },
      search: { photo: to.id },
      mask: { to: '/p/$postId', params: { postId: to.id }, unmaskOnReload: true },
      replace: true,
      resetScroll: false,
    });
  };
  const [previous, next] = [among[index - 1], index >= 0 ? among[index + 1] : undefined];
  const onKeyDown = (event: KeyboardEvent) => {
    if (isFromOverlay(event) || isTyping(event.target)) return;
    if (event.key === 'ArrowLeft') go(previous);
    if (event.key === 'ArrowRight') go(next);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClass} />
        <Dialog.Popup
          aria-label="Post"
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-50 overflow-y-auto outline-none transition duration-[var(--calm)] data-ending-style:opacity-0 data-starting-style:opacity-0 max-md:bg-ground md:grid md:place-items-center md:overflow-hidden"
        >
          <Dialog.Close className="absolute inset-0 cursor-default max-md:hidden" tabIndex={-1} aria-hidden="true" />
          <div className="sticky top-0 z-10 flex h-13 items-center border-b border-hairline bg-ground/92 pl-4 pr-1 backdrop-blur-md md:hidden">
            <p className="flex-1 text-base font-semibold">Post</p>
            <Dialog.Close render={<IconButton label="Close" />}>
              <X className="size-5" />
            </Dialog.Close>
          </div>
          <div className="relative md:max-w-[min(calc(100vw-9rem),80rem)] md:overflow-hidden md:rounded-lg md:shadow-[0_0_0_1px_var(--hairline),0_24px_80px_rgb(0_0_0/0.5)]">
            {query.data && <PostView key={postId} post={query.data} onDeleted={close} height="min(88dvh, 54rem)" />}
            {query.isPending && <PostViewSkeleton />}
            {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
          </div>
          <Dialog.Close
            render={
              <IconButton
                label="Close"
                className="fixed right-4 top-4 bg-black/50 text-white hover:bg-black/80 max-md:hidden"
              />
            }
          >
            <X className="size-5" />
          </Dialog.Close>
          {previous && (
            <IconButton label="Previous post" className={`${arrowClass} left-4`} onClick={() => go(previous)}>
              <ChevronLeft className="size-5" />
            </IconButton>
          )}
          {next && (
            <IconButton label="Next post" className={`${arrowClass} right-4`} onClick={() => go(next)}>
              <ChevronRight className="size-5" />
            </IconButton>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
