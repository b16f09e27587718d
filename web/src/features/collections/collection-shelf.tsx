import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { countOf } from '../../format/count.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { CollectionCover } from './collection-cover.tsx';
import { collectionsQuery } from './collections-query.ts';

const NewCollectionDialog = lazy(() => import('./new-collection-dialog.tsx'));

const cardClass = 'group block w-28 rounded-lg sm:w-36';
const coverClass = 'block size-28 rounded-lg sm:size-36';
const SKELETON_CARDS = ['1', '2', '3'];

/** One's collections in a row that scrolls sideways, and the way to a new one. */
export function CollectionShelf() {
  const query = useQuery(collectionsQuery);
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  return (
    <section aria-label="Collections" className="pb-6 pt-3 sm:pt-0">
      <ul className="no-scrollbar flex gap-3 overflow-x-auto px-4 py-1 sm:px-1">
        <li className="shrink-0">
          <button type="button" onClick={() => setMaking(true)} className={`${cardClass} text-left`}>
            <span
              className={`${coverClass} flex items-center justify-center border border-dashed border-edge text-soft transition group-hover:border-strong group-hover:text-strong`}
            >
              <Plus className="size-6" aria-hidden="true" />
            </span>
            <span className="mt-2 block font-medium">New collection</span>
          </button>
        </li>
        {query.isPending &&
          SKELETON_CARDS.map((card) => (
            <li key={card} aria-hidden="true" className="after-a-moment shrink-0">
              <Skeleton className={coverClass} />
              <Skeleton className="mt-2.5 h-3.5 w-20 rounded-sm" />
            </li>
          ))}
        {query.data?.map(({ id, name, counts, coverUrl }) => (
          <li key={id} className="shrink-0">
            <Link to="/saved/$collectionId" params={{ collectionId: id }} className={cardClass}>
              <span className={coverClass}>
                <CollectionCover url={coverUrl} />
              </span>
              <span className="mt-2 block truncate font-medium group-hover:underline">{name}</span>
              <span className="tabular block text-xs text-faint">{countOf(counts.posts, 'post')}</span>
            </Link>
          </li>
        ))}
      </ul>
      {making && (
        <Suspense>
          <NewCollectionDialog
            onClose={() => setMaking(false)}
            onMade={({ id }) => {
              setMaking(false);
              void navigate({ to: '/saved/$collectionId', params: { collectionId: id } });
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
