import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { Collection } from '../../../../shared/contracts/index.ts';
import { countOf } from '../../format/count.ts';
import { cx } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { PersonRowsSkeleton } from '../users/person-row.tsx';
import { CollectionCover } from './collection-cover.tsx';
import { collectionsAboutQuery } from './collections-query.ts';
import { NewCollectionForm } from './new-collection-form.tsx';
import { useMovePosts } from './use-collections.ts';

interface CollectDialogProps {
  postId: string;
  onClose: () => void;
}

/** Which collections a post is in; each takes it or lets it go with a press. */
export default function CollectDialog({ postId, onClose }: CollectDialogProps) {
  const query = useQuery(collectionsAboutQuery(postId));
  const move = useMovePosts();
  const put = (collectionId: string, into: boolean) => move.mutate({ collectionId, postIds: [postId], into });
  return (
    <Dialog open onClose={onClose} title="Add to a collection">
      <div className="flex min-h-60 flex-col gap-3 px-5 py-4">
        <NewCollectionForm onMade={({ id }) => put(id, true)} />
        {query.isPending && <PersonRowsSkeleton />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
        {query.data?.length === 0 && (
          <p className="py-4 text-center text-sm text-soft">Name your first collection. Only you see it.</p>
        )}
        <ul>
          {query.data?.map((one) => (
            <li key={one.id}>
              <CollectionRow collection={one} onChange={(into) => put(one.id, into)} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function CollectionRow({ collection, onChange }: { collection: Collection; onChange: (into: boolean) => void }) {
  const { name, counts, coverUrl, holdsPost = false } = collection;
  return (
    <button
      type="button"
      aria-pressed={holdsPost}
      onClick={() => onChange(!holdsPost)}
      className="-mx-2 flex w-[calc(100%+1rem)] items-center gap-3 rounded-lg p-2 text-left hover:bg-raised"
    >
      <span className="size-11 shrink-0 rounded-sm">
        <CollectionCover url={coverUrl} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold">{name}</span>
        <span className="tabular block text-xs text-faint">{countOf(counts.posts, 'post')}</span>
      </span>
      <span
        aria-hidden="true"
        className={cx(
          'flex size-6 items-center justify-center rounded-full border transition',
          holdsPost ? 'border-transparent bg-accent-fill text-on-accent' : 'border-edge',
        )}
      >
        {holdsPost && <Check className="size-4" strokeWidth={2.5} />}
      </span>
    </button>
  );
}
