import { Camera } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { cameraWords } from './camera-words.ts';

type Note = 'description' | 'camera';

/** What the author says of a photo or film, one tap away: its description, and the camera that took it. */
export function MediaNotes({
  media: { kind, altText, camera },
}: {
  media: Pick<Media, 'kind' | 'altText' | 'camera'>;
}) {
  const [open, setOpen] = useState<Note | null>(null);
  const facts = camera ? cameraWords(camera) : '';
  const texts: Record<Note, string> = { description: altText, camera: facts };
  // A film has its controls along its lower edge.
  const above = kind === 'video';
  const toggle = (note: Note) => setOpen(open === note ? null : note);
  if (!altText && !facts) return null;
  return (
    <>
      <div className={cx(above ? 'top-2' : 'bottom-2', 'absolute left-2 z-[3] flex gap-1.5')}>
        {altText && (
          <NoteButton what="description" open={open === 'description'} onPress={() => toggle('description')}>
            ALT
          </NoteButton>
        )}
        {facts && (
          <NoteButton what="camera" open={open === 'camera'} onPress={() => toggle('camera')}>
            <Camera className="size-4" />
          </NoteButton>
        )}
      </div>
      {open && texts[open] && (
        <p
          className={cx(
            above ? 'top-12' : 'bottom-12',
            'appear absolute inset-x-2 z-[3] max-h-[60%] overflow-y-auto rounded-lg bg-black/80 p-3.5 text-sm text-white backdrop-blur-sm',
          )}
        >
          {texts[open]}
        </p>
      )}
    </>
  );
}

interface NoteButtonProps {
  what: Note;
  open: boolean;
  onPress: () => void;
  children: ReactNode;
}

function NoteButton({ what, open, onPress, children }: NoteButtonProps) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={`${open ? 'Hide' : 'Show'} ${what}`}
      onClick={onPress}
      className="flex h-8 items-center rounded-full bg-black/55 px-2.5 text-xs font-semibold tracking-wide text-white transition hover:bg-black/75"
    >
      {children}
    </button>
  );
}
