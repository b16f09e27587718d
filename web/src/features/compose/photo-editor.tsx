import { ArrowLeft, ArrowRight, Pause, RotateCw, SlidersHorizontal, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { countCharacters } from '../../../../shared/contracts/index.ts';
import { formatBytes } from '../../format/bytes.ts';
import { Button } from '../../ui/button.tsx';
import { CharacterCount } from '../../ui/character-count.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { TextAreaField } from '../../ui/text-field.tsx';
import { cameraWords } from '../media/camera-words.ts';
import { TagLayer } from '../tags/tag-layer.tsx';
import { TagPeople } from '../tags/tag-people.tsx';
import { useTagging } from '../tags/use-tagging.ts';
import { CaptionsField } from '../video/captions-field.tsx';
import type { ComposeStore } from './compose-store.ts';
import { type DraftPhoto, progressOf } from './draft.ts';
import { DuplicateNote } from './duplicate-note.tsx';
import { PhotoPreview } from './photo-preview.tsx';

const HINTS = {
  photo: 'For people who cannot see it. Say what is in the picture.',
  video: 'For people who cannot see it. Say what happens.',
} as const;

const EditDialog = lazy(() => import('../edits/edit-dialog.tsx'));

interface PhotoEditorProps {
  store: ComposeStore;
  photo: DraftPhoto;
  index: number;
  /** All of the draft. */
  photos: readonly DraftPhoto[];
  maxAltText: number;
  onMoved: (index: number) => void;
}

/** The chosen photo, large and whole, with what can be done to it. */
export function PhotoEditor({ store, photo, index, photos, maxAltText, onMoved }: PhotoEditorProps) {
  const total = photos.length;
  const [editing, setEditing] = useState(false);
  const tagging = useTagging(photo.people, (people) => store.describe(photo.key, { people }));
  const made = photo.stage.kind === 'ready' ? photo.stage.media : null;
  const camera = made?.camera ? cameraWords(made.camera) : '';
  const move = (to: number) => {
    store.move(index, to);
    onMoved(to);
  };
  return (
    <div>
      <div className="relative h-[min(52dvh,32rem)] overflow-hidden bg-raised sm:rounded-lg">
        <PhotoPreview photo={photo} fit="contain" />
        {tagging.isOpen && <TagLayer tagging={tagging} />}
        <div className="absolute right-2 top-2 flex gap-1.5 [&>button]:bg-black/55 [&>button]:text-white [&>button:hover]:bg-black/80">
          {total > 1 && (
            <>
              <IconButton label="Move earlier" disabled={index === 0} onClick={() => move(index - 1)}>
                <ArrowLeft className="size-5" />
              </IconButton>
              <IconButton label="Move later" disabled={index === total - 1} onClick={() => move(index + 1)}>
                <ArrowRight className="size-5" />
              </IconButton>
            </>
          )}
          {photo.kind === 'photo' && photo.blob && (
            <IconButton label="Edit photo" onClick={() => setEditing(true)}>
              <SlidersHorizontal className="size-5" />
            </IconButton>
          )}
          <IconButton label={`Remove ${photo.kind}`} onClick={() => store.remove(photo.key)}>
            <Trash2 className="size-5" />
          </IconButton>
        </div>
        <UploadState store={store} photo={photo} />
      </div>
      {editing && photo.blob && (
        <Suspense>
          <EditDialog
            blob={photo.blob}
            edits={photo.edits}
            onClose={() => setEditing(false)}
            onDone={(edits) => {
              setEditing(false);
              if (JSON.stringify(edits) !== JSON.stringify(photo.edits)) store.setEdits(photo.key, edits);
            }}
          />
        </Suspense>
      )}
      <div className="px-4 pt-4 sm:px-0">
        <TextAreaField
          label={total > 1 ? `Description of ${photo.kind} ${index + 1}` : `Description of the ${photo.kind}`}
          hint={HINTS[photo.kind]}
          rows={2}
          value={photo.altText}
          maxLength={maxAltText}
          onChange={(event) => store.describe(photo.key, { altText: event.target.value })}
          aside={<CharacterCount length={countCharacters(photo.altText)} max={maxAltText} />}
        />
        {camera && (
          <SwitchRow
            label="Show the camera"
            hint={camera}
            checked={photo.showCamera ?? made?.showCamera ?? false}
            onChange={(showCamera) => store.describe(photo.key, { showCamera })}
          />
        )}
        {made?.kind === 'video' && <CaptionsField media={made} />}
        {made && <DuplicateNote media={made} among={photos} />}
        {photo.kind === 'photo' && <TagPeople tagging={tagging} />}
      </div>
    </div>
  );
}

function UploadState({ store, photo }: { store: ComposeStore; photo: DraftPhoto }) {
  const { stage } = photo;
  if (stage.kind === 'ready') return null;
  if (stage.kind === 'failed' || stage.kind === 'stopped') {
    return (
      <div
        role="alert"
        className="absolute inset-x-2 bottom-2 flex items-center gap-3 rounded-lg bg-black/80 p-3.5 text-white"
      >
        <p className="min-w-0 flex-1 text-sm">
          <span className="block truncate text-white/70">{photo.name}</span>
          {stage.kind === 'stopped' ? 'Paused.' : stage.message}
          {stage.kind === 'failed' && stage.hint && <span className="block text-white/70">{stage.hint}</span>}
        </p>
        {(stage.kind === 'stopped' || stage.canRetry) && (
          <Button size="small" look="quiet" onClick={() => store.retry(photo.key)}>
            <RotateCw className="size-4" /> {stage.kind === 'stopped' ? 'Continue' : 'Retry'}
          </Button>
        )}
      </div>
    );
  }
  const share = progressOf(photo);
  const words = {
    waiting: 'Waiting for its turn',
    processing: 'Processing',
    uploading: `${formatBytes(stage.kind === 'uploading' ? stage.sent : 0)} of ${formatBytes(photo.blob?.size ?? 0)}`,
  }[stage.kind];
  return (
    <div className="absolute inset-x-2 bottom-2 flex items-center gap-3 rounded-lg bg-black/70 p-2 pl-3.5 text-white">
      <div className="min-w-0 flex-1">
        <p className="tabular text-xs">{words}</p>
        <div
          role="progressbar"
          aria-label={`Upload of ${photo.name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          className="mt-1.5 h-0.5 overflow-hidden rounded-full bg-white/25"
        >
          <div
            className="h-full origin-left bg-[var(--rim)] shadow-[0_0_8px_var(--rim)] transition-transform"
            style={{ transform: `scaleX(${share})` }}
          />
        </div>
      </div>
      <IconButton
        label="Pause upload"
        className="size-9 text-white hover:bg-white/15"
        onClick={() => store.stop(photo.key)}
      >
        <Pause className="size-4.5" />
      </IconButton>
    </div>
  );
}
