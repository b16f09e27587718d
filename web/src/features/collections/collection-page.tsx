import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Bookmark, FolderX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { isStatus } from '../../api/api-error.ts';
import { countOf } from '../../format/count.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { LazyMenuButton } from '../../ui/lazy-menu-button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { PostGrid, PostGridSkeleton, tileLinkClass } from '../posts/post-grid.tsx';
import { collectionsQuery } from './collections-query.ts';
import { collectedQuery, savedQuery } from './saved-query.ts';
import { useMovePosts } from './use-collections.ts';

const PickPostsDialog = lazy(() => import('./pick-posts-dialog.tsx'));
const loadMenu = () => import('./collection-menu.tsx');

/** One private collection of saved posts. */
export default function CollectionPage() {
  const { collectionId } = useParams({ from: '/app/saved/$collectionId' });
  const collections = useQuery(collectionsQuery);
  const query = useInfiniteQuery(collectedQuery(collectionId));
  const collection = collections.data?.find(({ id }) => id === collectionId);
  const [picking, setPicking] = useState<'add' | 'takeOut' | null>(null);
  const move = useMovePosts();
  useDocumentTitle(collection?.name ?? 'Collection');

  const posts = query.data?.pages.flatMap((page) => page.posts) ?? [];
  const isEmpty = query.data !== undefined && posts.length === 0 && !query.hasNextPage;
  const pick = (postIds: string[]) =>
    move.mutate({ collectionId, postIds, into: picking === 'add' }, { onSettled: () => setPicking(null) });

  if (isStatus(query.error, 404)) {
    return (
      <EmptyState
        icon={<FolderX className="size-7" strokeWidth={1.5} />}
        title="There is no such collection"
        action={
          <Link to="/saved" className={buttonClass('quiet')}>
            Saved posts
          </Link>
        }
      >
        It was deleted, or it belongs to somebody else.
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto w-full max-w-[935px] sm:px-4 lg:px-6">
      <PageHeader
        back
        title={collection?.name ?? 'Collection'}
        aside={
          collection && (
            <LazyMenuButton
              label="More about this collection"
              load={loadMenu}
              render={(Menu) => (
                <Menu collection={collection} onAdd={() => setPicking('add')} onTakeOut={() => setPicking('takeOut')} />
              )}
            />
          )
        }
      />
      {query.isPending && <PostGridSkeleton />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {isEmpty && (
        <EmptyState
          icon={<Bookmark className="size-7" strokeWidth={1.5} />}
          title="Nothing in it yet"
          action={<Button onClick={() => setPicking('add')}>Add saved posts</Button>}
        >
          Choose from what you saved, or press the bookmark under a post.
        </EmptyState>
      )}
      {posts.length > 0 && (
        <>
          <p className="tabular px-4 pb-4 pt-3 text-xs text-faint sm:px-1 sm:pt-0">
            {collection ? `${countOf(collection.counts.posts, 'post')}. ` : ''}Only you see this collection.
          </p>
          <PostGrid
            name={`collection-${collectionId}`}
            posts={posts}
            link={(post, tile) => (
              <Link to="/p/$postId" params={{ postId: post.id }} className={tileLinkClass}>
                {tile}
              </Link>
            )}
          />
        </>
      )}
      {query.data && <LoadMore query={query} />}
      {picking && (
        <Suspense>
          <PickPostsDialog
            title={picking === 'add' ? 'Add saved posts' : 'Take posts out'}
            action={picking === 'add' ? 'Add' : 'Take out'}
            empty={picking === 'add' ? 'Every saved post is in it' : 'Nothing in it'}
            query={picking === 'add' ? savedQuery : collectedQuery(collectionId)}
            {...(picking === 'add' ? { without: new Set(posts.map(({ id }) => id)) } : {})}
            busy={move.isPending}
            onPick={pick}
            onClose={() => setPicking(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
