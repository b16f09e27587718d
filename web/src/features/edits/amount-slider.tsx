import { useId } from 'react';

interface AmountSliderProps {
  label: string;
  value: number;
  /** −1 or 0; the most is 1. */
  least: -1 | 0;
  /** What a double click goes back to. */
  neutral: number;
  onChange: (value: number) => void;
}

/** An amount in hundredths. */
export function AmountSlider({ label, value, least, neutral, onChange }: AmountSliderProps) {
  const id = useId();
  const shown = Math.round(value * 100);
  return (
    <div className="flex items-center gap-4">
      <label htmlFor={id} className="w-22 shrink-0 text-sm">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={least * 100}
        max={100}
        step={1}
        value={shown}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
        onDoubleClick={() => onChange(neutral)}
        className="h-8 min-w-0 flex-1 accent-[var(--rim)]"
      />
      <output htmlFor={id} className="tabular w-9 text-right text-xs text-faint">
        {shown}
      </output>
    </div>
  );
}
