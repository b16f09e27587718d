import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';

interface SwitchRowProps {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function SwitchRow({ label, hint, checked, disabled = false, onChange }: SwitchRowProps) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-6 py-3">
      <div>
        <span id={id} className="text-sm font-medium">
          {label}
        </span>
        {hint && (
          <p id={`${id}-hint`} className="mt-0.5 text-xs text-faint text-pretty">
            {hint}
          </p>
        )}
      </div>
      <Switch.Root
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        className="flex h-7 w-12 shrink-0 items-center rounded-full border border-edge bg-raised transition data-checked:border-transparent data-checked:bg-accent-fill"
      >
        <Switch.Thumb className="size-5 translate-x-[3px] rounded-full bg-strong transition-transform duration-[var(--calm)] data-checked:translate-x-[23px] data-checked:bg-on-accent" />
      </Switch.Root>
    </div>
  );
}
