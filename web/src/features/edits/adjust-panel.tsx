import type { PictureEdits } from '../../../../shared/contracts/index.ts';
import { AmountSlider } from './amount-slider.tsx';

const ADJUSTMENTS = [
  { field: 'brightness', label: 'Brightness', least: -1 },
  { field: 'contrast', label: 'Contrast', least: -1 },
  { field: 'saturation', label: 'Saturation', least: -1 },
  { field: 'warmth', label: 'Warmth', least: -1 },
  { field: 'vignette', label: 'Vignette', least: 0 },
] as const;

interface AdjustPanelProps {
  edits: PictureEdits;
  onChange: (fields: Partial<PictureEdits>) => void;
}

export function AdjustPanel({ edits, onChange }: AdjustPanelProps) {
  return (
    <div className="flex flex-col gap-3 md:gap-5">
      {ADJUSTMENTS.map(({ field, label, least }) => (
        <AmountSlider
          key={field}
          label={label}
          value={edits[field]}
          least={least}
          neutral={0}
          onChange={(amount) => onChange({ [field]: amount })}
        />
      ))}
    </div>
  );
}
