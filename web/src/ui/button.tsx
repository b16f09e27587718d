import type { ComponentProps } from 'react';
import { cx } from './class-names.ts';
import { Spinner } from './spinner.tsx';

const LOOKS = {
  primary: 'bg-strong text-ground hover:opacity-90 active:opacity-80',
  quiet: 'bg-raised text-strong hover:bg-pressed',
  outline: 'border border-hairline-strong text-strong hover:bg-raised',
  plain: 'text-soft hover:bg-raised hover:text-strong',
  danger: 'bg-raised text-danger hover:bg-pressed',
} as const;
const SIZES = { small: 'h-8 px-3.5 text-sm', medium: 'h-10 px-5 text-sm', large: 'h-12 px-6 text-base' } as const;

export type ButtonLook = keyof typeof LOOKS;

export function buttonClass(look: ButtonLook = 'primary', size: keyof typeof SIZES = 'medium', extra?: string): string {
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-full font-medium transition disabled:opacity-45',
    LOOKS[look],
    SIZES[size],
    extra,
  );
}

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  size?: keyof typeof SIZES;
  /** Under way: stays focusable, takes no second press. */
  busy?: boolean;
}

export function Button({
  look,
  size,
  busy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass(look, size, className)}
      aria-busy={busy}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
