import type { Media } from '../../../../shared/contracts/index.ts';
import type { DraftTag } from '../compose/draft.ts';
import { ratioOf } from '../media/frame-ratio.ts';
import { Photo } from '../media/photo.tsx';
import { TagLayer } from './tag-layer.tsx';
import { TagPeople } from './tag-people.tsx';
import { useTagging } from './use-tagging.ts';

/** Wider than the dialog that it stands in. */
const SIZES = '480px';

interface TagPhotoProps {
  media: Media;
  people: DraftTag[];
  label: string;
  onChange: (people: DraftTag[]) => void;
}

/** Tags on a photo that was published, which is shown while they are changed. */
export function TagPhoto({ media, people, label, onChange }: TagPhotoProps) {
  const tagging = useTagging(people, onChange);
  return (
    <div>
      {tagging.isOpen && (
        <div
          className="relative mb-3 max-h-[min(45dvh,22rem)] w-full overflow-hidden rounded-lg"
          style={{ aspectRatio: ratioOf(media) }}
        >
          <Photo media={media} sizes={SIZES} fit="contain" eager />
          <TagLayer tagging={tagging} />
        </div>
      )}
      <TagPeople tagging={tagging} label={label} />
    </div>
  );
}
