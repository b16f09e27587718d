import { RotateCw } from 'lucide-react';
import type { PictureEdits } from '../../../../shared/contracts/index.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { isWhole, largestBox, unturnBox } from './crop-box.ts';

const RATIOS = [
  { label: 'Free', ratio: null },
  { label: '1:1', ratio: 1 },
  { label: '4:5', ratio: 4 / 5 },
  { label: '3:2', ratio: 3 / 2 },
  { label: '1.91:1', ratio: 1.91 },
] as const;

interface CropPanelProps {
  picture: ImageData;
  edits: PictureEdits;
  ratio: number | null;
  onRatio: (ratio: number | null) => void;
  onChange: (fields: Partial<PictureEdits>) => void;
}

/** The shape of the frame, and quarter turns. */
export function CropPanel({ picture, edits, ratio, onRatio, onChange }: CropPanelProps) {
  const turned = edits.rotate % 180 !== 0;
  const shown = turned ? picture.height / picture.width : picture.width / picture.height;
  const choose = (next: number | null) => {
    onRatio(next);
    if (next === null) return;
    const box = largestBox(next / shown);
    onChange({ crop: isWhole(box) ? undefined : unturnBox(box, edits.rotate) });
  };
  return (
    <div className="flex flex-col gap-5">
      <fieldset aria-label="Shape" className="flex flex-wrap gap-2">
        {RATIOS.map((choice) => (
          <button
            key={choice.label}
            type="button"
            aria-pressed={choice.ratio === ratio}
            onClick={() => choose(choice.ratio)}
            className={cx(
              'tabular h-9 rounded-full px-4 text-sm',
              choice.ratio === ratio
                ? 'font-semibold text-strong shadow-[0_0_0_1.5px_var(--rim)]'
                : 'bg-raised text-soft hover:text-strong',
            )}
          >
            {choice.label}
          </button>
        ))}
      </fieldset>
      <div className="flex gap-2">
        <Button
          look="quiet"
          size="small"
          onClick={() => {
            onRatio(null);
            onChange({ rotate: ((edits.rotate + 90) % 360) as PictureEdits['rotate'] });
          }}
        >
          <RotateCw className="size-4" /> Turn
        </Button>
        <Button
          look="plain"
          size="small"
          disabled={!edits.crop}
          onClick={() => {
            onRatio(null);
            onChange({ crop: undefined });
          }}
        >
          Whole photo
        </Button>
      </div>
    </div>
  );
}
