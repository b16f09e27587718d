import { useEffect, useRef } from 'react';
import type { PictureEdits } from '../../../../shared/contracts/index.ts';
import { turnBox, unturnBox, WHOLE_BOX } from './crop-box.ts';
import { CropOverlay } from './crop-overlay.tsx';
import { paintEdits } from './paint-edits.ts';

interface EditStageProps {
  picture: ImageData;
  edits: PictureEdits;
  /** The whole picture with a frame to pull, instead of the cropped one. */
  cropping: boolean;
  ratio: number | null;
  onCrop: (fields: Pick<PictureEdits, 'crop'>) => void;
}

/** The picture as it will be, as large as there is room. */
export function EditStage({ picture, edits, cropping, ratio, onCrop }: EditStageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const { crop: _whole, ...rest } = edits;
      if (canvas.current) paintEdits(canvas.current, picture, cropping ? rest : edits);
    });
    return () => cancelAnimationFrame(frame);
  }, [picture, edits, cropping]);

  const crop = cropping ? WHOLE_BOX : (edits.crop ?? WHOLE_BOX);
  const [width, height] = [picture.width * crop.width, picture.height * crop.height];
  const shown = edits.rotate % 180 === 0 ? width / height : height / width;
  return (
    <div className="@container-size flex size-full items-center justify-center">
      <div className="relative" style={{ aspectRatio: shown, width: `min(100cqw, 100cqh * ${shown})` }}>
        <canvas ref={canvas} role="img" aria-label="The photo with its edits" className="size-full" />
        {cropping && (
          <CropOverlay
            box={turnBox(edits.crop ?? WHOLE_BOX, edits.rotate)}
            // In fractions of the picture as it is seen.
            ratio={ratio === null ? null : ratio / shown}
            onChange={(box) => onCrop({ crop: unturnBox(box, edits.rotate) })}
          />
        )}
      </div>
    </div>
  );
}
