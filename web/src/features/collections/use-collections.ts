import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Collection } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';

function useRefresh() {
  const queryClient = useQueryClient();
  return (collectionId?: string) => {
    if (collectionId) void queryClient.invalidateQueries({ queryKey: queryKeys.collected(collectionId) });
    return queryClient.invalidateQueries({ queryKey: queryKeys.allCollections });
  };
}

/** Makes a collection. The key makes a second try find the one of the first. */
export function useCreateCollection() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ name, key }: { name: string; key: string }) =>
      api.post<Collection>('/collections', { name }, { 'Idempotency-Key': key }),
    onSuccess: () => void refresh(),
  });
}

export function useRenameCollection(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (name: string) => api.patch<Collection>(`/collections/${id}`, { name }),
    onSuccess: () => refresh(),
  });
}

export function useDeleteCollection(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>(`/collections/${id}`),
    onSuccess: () => {
      queryClient.setQueryData<Collection[]>(queryKeys.collections, (all) => all?.filter((one) => one.id !== id));
      queryClient.removeQueries({ queryKey: queryKeys.collected(id) });
    },
    onError: (error) => notifyError(describeError(error)),
  });
}

interface Moving {
  collectionId: string;
  postIds: string[];
  into: boolean;
}

/** Puts posts into a collection, which saves them, or takes them out, which leaves them saved. */
export function useMovePosts() {
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  const show = ({ collectionId, postIds, into }: Moving) => {
    for (const postId of postIds) {
      queryClient.setQueryData<Collection[]>(queryKeys.collectionsAbout(postId), (all) =>
        all?.map((one) => (one.id === collectionId ? { ...one, holdsPost: into } : one)),
      );
    }
  };
  return useMutation({
    mutationFn: async ({ collectionId, postIds, into }: Moving) => {
      for (const postId of postIds) {
        const path = `/collections/${collectionId}/posts/${postId}`;
        await (into ? api.post<void>(path) : api.delete<void>(path));
      }
    },
    onMutate: show,
    onSuccess: (_answer, { postIds, into }) => {
      if (!into) return;
      for (const postId of postIds) {
        changeCachedPost(queryClient, postId, (post) => ({ ...post, viewer: { ...post.viewer, saved: true } }));
      }
      void queryClient.invalidateQueries({ queryKey: queryKeys.savedPosts, refetchType: 'none' });
    },
    onError: (error, moving) => {
      show({ ...moving, into: !moving.into });
      notifyError(`${moving.into ? 'Not added.' : 'Not taken out.'} ${describeError(error)}`);
    },
    onSettled: (_answer, _error, { collectionId }) => refresh(collectionId),
  });
}
