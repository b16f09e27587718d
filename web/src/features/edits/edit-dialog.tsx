import { Dialog } from '@base-ui/react/dialog';
import { RotateCcw, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PictureEdits } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { AdjustPanel } from './adjust-panel.tsx';
import { CropPanel } from './crop-panel.tsx';
import { EditStage } from './edit-stage.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { loadPixels } from './load-pixels.ts';
import { isUnedited, NO_EDITS } from './no-edits.ts';

const STAGE_EDGE = 1_000;
const PANELS = [
  { panel: 'filter', label: 'Filter' },
  { panel: 'adjust', label: 'Adjust' },
  { panel: 'crop', label: 'Crop' },
] as const;
type Panel = (typeof PANELS)[number]['panel'];

interface EditDialogProps {
  blob: Blob;
  edits: PictureEdits | null;
  onDone: (edits: PictureEdits | null) => void;
  onClose: () => void;
}

/** Filter, adjust, crop and turn one photo. What is seen here is what will be published. */
export default function EditDialog({ blob, edits: given, onDone, onClose }: EditDialogProps) {
  const [edits, setEdits] = useState<PictureEdits>(given ?? NO_EDITS);
  const [panel, setPanel] = useState<Panel>('filter');
  const [ratio, setRatio] = useState<number | null>(null);
  const [picture, setPicture] = useState<ImageData | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    loadPixels(blob, STAGE_EDGE).then(setPicture, () => setUnreadable(true));
  }, [blob]);
  const change = (fields: Partial<PictureEdits>) => setEdits((old) => ({ ...old, ...fields }));

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup className="appear fixed inset-0 z-50 flex flex-col bg-ground pb-safe pt-safe outline-none md:flex-row">
          <div className="relative flex min-h-0 flex-1 flex-col md:order-1">
            <div className="flex h-13 shrink-0 items-center gap-1 pl-1.5 pr-3 md:hidden">
              <Heading onReset={() => setEdits(NO_EDITS)} unedited={isUnedited(edits)} />
            </div>
            <div className="relative min-h-0 flex-1 overflow-hidden bg-black/20 p-4 md:p-8">
              {picture && (
                <EditStage picture={picture} edits={edits} cropping={panel === 'crop'} ratio={ratio} onCrop={change} />
              )}
              {!picture && !unreadable && (
                <span className="flex size-full items-center justify-center">
                  <Spinner className="size-8 text-accent" />
                </span>
              )}
              {unreadable && (
                <p role="alert" className="flex size-full items-center justify-center p-8 text-center text-soft">
                  This browser cannot open this kind of file, so it cannot be edited here. It can be shared as it is.
                </p>
              )}
            </div>
          </div>
          <div className="flex shrink-0 flex-col border-hairline max-md:border-t md:order-2 md:w-88 md:border-l">
            <div className="hidden h-16 items-center gap-1 pl-2 pr-4 md:flex">
              <Heading onReset={() => setEdits(NO_EDITS)} unedited={isUnedited(edits)} />
            </div>
            <div role="tablist" aria-label="Tools" className="flex justify-center gap-8 md:order-none">
              {PANELS.map((choice) => (
                <button
                  key={choice.panel}
                  type="button"
                  role="tab"
                  id={`edit-tab-${choice.panel}`}
                  aria-selected={choice.panel === panel}
                  aria-controls="edit-panel"
                  onClick={() => setPanel(choice.panel)}
                  className={cx(
                    'relative h-11 rounded-sm font-medium',
                    choice.panel === panel ? 'text-strong' : 'text-faint hover:text-strong',
                  )}
                >
                  {choice.label}
                  {choice.panel === panel && (
                    <span className="absolute inset-x-0 bottom-0 h-[2px] rounded-full bg-[var(--rim)]" />
                  )}
                </button>
              ))}
            </div>
            <div
              id="edit-panel"
              role="tabpanel"
              aria-labelledby={`edit-tab-${panel}`}
              className="h-44 overflow-y-auto p-4 md:h-auto md:flex-1"
            >
              {picture && panel === 'filter' && <FilterPanel picture={picture} edits={edits} onChange={change} />}
              {panel === 'adjust' && <AdjustPanel edits={edits} onChange={change} />}
              {picture && panel === 'crop' && (
                <CropPanel picture={picture} edits={edits} ratio={ratio} onRatio={setRatio} onChange={change} />
              )}
            </div>
            <div className="flex justify-end p-4 pt-0 md:pt-4">
              <Button
                disabled={!picture}
                className="max-md:w-full"
                onClick={() => onDone(isUnedited(edits) ? null : edits)}
              >
                Done
              </Button>
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Heading({ onReset, unedited }: { onReset: () => void; unedited: boolean }) {
  return (
    <>
      <Dialog.Close render={<IconButton label="Leave without changes" />}>
        <X className="size-5" />
      </Dialog.Close>
      <Dialog.Title className="flex-1 text-base font-semibold">Edit photo</Dialog.Title>
      <Button look="plain" size="small" disabled={unedited} onClick={onReset}>
        <RotateCcw className="size-4" /> Reset
      </Button>
    </>
  );
}
