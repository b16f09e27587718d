import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import type { Duplicates, Media } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { DraftPhoto } from './draft.ts';

interface DuplicateNoteProps {
  media: Media;
  /** The photos of this post. */
  among: readonly DraftPhoto[];
}

type Duplicate = Duplicates['duplicates'][number];

/** Warns that a photo looks like one that was shared before, or stands beside it here. It keeps nobody from sharing. */
export function DuplicateNote({ media, among }: DuplicateNoteProps) {
  const { data } = useQuery({
    queryKey: queryKeys.duplicates(media.id),
    queryFn: ({ signal }) => api.get<Duplicates>(`/media/${media.id}/duplicates`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const own = new Set(among.map(({ mediaId }) => mediaId));
  const beside = data?.duplicates.find((duplicate) => own.has(duplicate.media.id));
  const known = data?.duplicates.find(({ media: { id }, post }) => !own.has(id) && post !== null);
  const found = beside ?? known;
  if (!found) return null;
  return (
    <div
      role="status"
      className="mt-4 flex items-center gap-3 rounded-lg border border-hairline bg-surface p-3 text-sm"
    >
      {found.media.urls ? (
        <img src={found.media.urls.thumb} alt="" width={44} height={44} className="size-11 rounded-sm object-cover" />
      ) : (
        <Copy className="size-5 text-faint" aria-hidden="true" />
      )}
      <p className="flex-1">{beside ? 'It looks like another photo of this post.' : wordsOf(found)}</p>
      {!beside && found.post?.state === 'published' && (
        <Link
          to="/p/$postId"
          params={{ postId: found.post.id }}
          className="shrink-0 rounded-sm font-medium text-accent hover:underline"
        >
          See it
        </Link>
      )}
    </div>
  );
}

const PLACES = {
  published: 'It looks like a photo you shared before.',
  archived: 'It looks like a photo in your archive.',
  hidden: 'It looks like a photo that was hidden.',
} as const;

function wordsOf({ post }: Duplicate): string {
  const state = post?.state ?? 'draft';
  return state in PLACES ? PLACES[state as keyof typeof PLACES] : 'It looks like a photo of one of your drafts.';
}
