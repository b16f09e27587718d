import { useEffect, useRef } from 'react';
import { FILTER_NAMES, type FilterName, type PictureEdits } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { AmountSlider } from './amount-slider.tsx';
import { NO_EDITS } from './no-edits.ts';
import { paintEdits } from './paint-edits.ts';
import { shrinkPixels } from './shrink-pixels.ts';

const THUMB_EDGE = 96;

interface FilterPanelProps {
  picture: ImageData;
  edits: PictureEdits;
  onChange: (fields: Partial<PictureEdits>) => void;
}

/** Every filter on the photo itself, and how strong. */
export function FilterPanel({ picture, edits, onChange }: FilterPanelProps) {
  const small = useRef<ImageData | null>(null);
  small.current ??= shrinkPixels(picture, THUMB_EDGE);
  const choices: (FilterName | undefined)[] = [undefined, ...FILTER_NAMES];
  return (
    <div className="flex flex-col gap-4">
      <ul className="no-scrollbar -mx-4 flex gap-2.5 overflow-x-auto px-4 py-1 md:mx-0 md:grid md:grid-cols-3 md:overflow-visible md:px-0">
        {choices.map((name) => (
          <li key={name ?? 'original'} className="shrink-0">
            <button
              type="button"
              aria-pressed={edits.name === name}
              onClick={() => onChange({ name, intensity: 1 })}
              className={cx(
                'flex w-19 flex-col gap-1.5 rounded-sm text-xs capitalize md:w-full',
                edits.name === name ? 'font-semibold text-strong' : 'text-faint hover:text-strong',
              )}
            >
              <span
                className={cx(
                  'block aspect-square w-full overflow-hidden rounded-sm',
                  edits.name === name && 'shadow-[0_0_0_2px_var(--ground),0_0_0_3.5px_var(--rim)]',
                )}
              >
                {small.current && <FilterThumb picture={small.current} name={name} />}
              </span>
              {name ?? 'Original'}
            </button>
          </li>
        ))}
      </ul>
      {edits.name && (
        <AmountSlider
          label="Strength"
          value={edits.intensity}
          least={0}
          neutral={1}
          onChange={(intensity) => onChange({ intensity })}
        />
      )}
    </div>
  );
}

function FilterThumb({ picture, name }: { picture: ImageData; name: FilterName | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paintEdits(canvas.current, picture, name ? { ...NO_EDITS, name } : NO_EDITS);
  }, [picture, name]);
  return <canvas ref={canvas} className="size-full object-cover" />;
}
