import { type RefObject, useCallback } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { useRequireMe } from '../auth/use-require-me.ts';
import { useLikePost } from '../likes/use-like-post.ts';
import type { MediaFrameHandle } from '../media/media-frame.tsx';

/** Liking by button, key and double tap, with the rim of light around the photo. */
export function usePostLikes(post: Post, frame: RefObject<MediaFrameHandle | null>) {
  const requireMe = useRequireMe();
  const { mutate } = useLikePost(post);
  const setLiked = useCallback(
    (liked: boolean) => {
      if (liked) frame.current?.flash();
      mutate(liked);
    },
    [frame, mutate],
  );
  // What is archived is not liked.
  const act = (like: () => void) => !post.archived && requireMe(like);
  const toggle = () => act(() => setLiked(!post.viewer.liked));
  /** A double tap only ever likes. */
  const doubleTap = () =>
    act(() => {
      if (post.viewer.liked) frame.current?.flash();
      else setLiked(true);
    });
  return { setLiked, toggle, doubleTap };
}
