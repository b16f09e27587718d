import { ALT_TEXT_MAX, type Media, type Post } from '../../../../shared/contracts/index.ts';
import { TextAreaField } from '../../ui/text-field.tsx';
import { TagPhoto } from '../tags/tag-photo.tsx';

interface MediumFieldsProps {
  medium: Media;
  /** Null where there is no other. */
  number: number | null;
  altText: string;
  /** Of the whole post. */
  people: Post['people'];
  onAltText: (altText: string) => void;
  onPeople: (people: Post['people']) => void;
}

/** What an edit may say of one photo or film of a post: what it shows, and who is on it. */
export function MediumFields({ medium, number, altText, people, onAltText, onPeople }: MediumFieldsProps) {
  const { id, kind } = medium;
  return (
    <>
      <TextAreaField
        label={number ? `Description of ${kind} ${number}` : `Description of the ${kind}`}
        rows={2}
        maxLength={ALT_TEXT_MAX}
        value={altText}
        onChange={(event) => onAltText(event.target.value)}
      />
      {kind === 'photo' && (
        <TagPhoto
          media={medium}
          people={people.filter(({ mediaId }) => mediaId === id)}
          label={number ? `Tag people on photo ${number}` : 'Tag people'}
          onChange={(tagged) =>
            onPeople([
              ...people.filter(({ mediaId }) => mediaId !== id),
              ...tagged.map(({ userId, username, x, y }) => ({ mediaId: id, userId, username, x, y })),
            ])
          }
        />
      )}
    </>
  );
}
