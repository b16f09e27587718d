import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { applyTheme, readTheme, type Theme } from '../../app/theme.ts';

const CHOICES = [
  { theme: 'system', label: 'System', icon: Monitor },
  { theme: 'dark', label: 'Dark', icon: Moon },
  { theme: 'light', label: 'Light', icon: Sun },
] as const;

export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme);
  const choose = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  return (
    <RadioGroup aria-label="Theme" value={theme} onValueChange={choose} className="grid grid-cols-3 gap-2 py-3.5">
      {CHOICES.map(({ theme: value, label, icon: Icon }) => (
        <Radio.Root
          key={value}
          value={value}
          className="flex cursor-pointer flex-col items-center gap-2 rounded-lg border border-hairline-strong px-2 py-3.5 text-soft transition hover:text-strong data-checked:border-transparent data-checked:text-strong data-checked:shadow-[0_0_0_1.5px_var(--rim),0_0_20px_-6px_var(--rim)]"
        >
          <Icon className="size-5" strokeWidth={1.75} />
          {label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
