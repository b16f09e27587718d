import type { ComponentProps, ReactNode } from 'react';
import { cx } from './class-names.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  label: string;
  children?: ReactNode;
}

export const iconButtonClass =
  'inline-flex size-11 shrink-0 items-center justify-center rounded-full text-strong transition hover:bg-raised active:scale-95 disabled:opacity-40';

/** A round target of 44 px with a name for everyone who cannot see the icon. */
export function IconButton({ label, children, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button type={type} aria-label={label} title={label} className={cx(iconButtonClass, className)} {...rest}>
      {children}
    </button>
  );
}
