import { useQueryClient } from '@tanstack/react-query';
import type { Collection, Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useMark } from '../../api/use-mark.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { openCollect } from '../collections/collect-prompt.ts';
import { collectionsAboutQuery } from '../collections/collections-query.ts';
import { useMovePosts } from '../collections/use-collections.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';

/** Saves a post or lets it go. With its save it leaves all collections, which is said and can be taken back. */
export function useSavePost({ id: postId, viewer }: Pick<Post, 'id' | 'viewer'>) {
  const queryClient = useQueryClient();
  const move = useMovePosts();
  const findHolders = async () => {
    const all = await queryClient.fetchQuery({ ...collectionsAboutQuery(postId), staleTime: 0 });
    return all.filter(({ holdsPost }) => holdsPost);
  };
  const putBack = (collections: Collection[]) => {
    for (const { id } of collections) move.mutate({ collectionId: id, postIds: [postId], into: true });
  };
  return useMark({
    name: ['save', postId],
    marked: viewer.saved,
    send: async (saved): Promise<Collection[]> => {
      const path = `/posts/${postId}/save`;
      const holders = saved ? [] : await findHolders();
      await (saved ? api.post<void>(path) : api.delete<void>(path));
      return holders;
    },
    show: (saved) => changeCachedPost(queryClient, postId, (post) => ({ ...post, viewer: { ...post.viewer, saved } })),
    onSuccess: (left, saved, isLast) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.savedPosts, refetchType: 'none' });
      if (saved) {
        if (isLast) notify('Saved.', { label: 'Add to a collection', onPress: () => openCollect(postId) });
        return;
      }
      for (const { id } of left) {
        void queryClient.invalidateQueries({ queryKey: queryKeys.collected(id), refetchType: 'none' });
      }
      void queryClient.invalidateQueries({ queryKey: queryKeys.allCollections, refetchType: 'none' });
      if (left.length === 0) return;
      const from = left.length === 1 ? left[0]?.name : `${left.length} collections`;
      notify(`No longer saved, and taken out of ${from}.`, { label: 'Undo', onPress: () => putBack(left) });
    },
    onError: (error, saved) =>
      notifyError(`${saved ? 'The post was not saved.' : 'The post is still saved.'} ${describeError(error)}`),
  });
}
