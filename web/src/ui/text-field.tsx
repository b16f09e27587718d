import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from './class-names.ts';

export const inputClass =
  'w-full rounded-lg border border-edge bg-surface px-3.5 text-base sm:text-sm text-strong transition placeholder:text-faint hover:border-strong aria-invalid:border-danger disabled:opacity-60';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Stands at the right of the label: a counter, a link. */
  aside?: ReactNode;
  /** Stands at the right of the field itself, whatever is said beneath it: what is done with what was typed. */
  action?: ReactNode;
}

interface FieldShellProps extends FieldProps {
  id: string;
  children: ReactNode;
}

function FieldShell({ id, label, hint, error, aside, action, children }: FieldShellProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {aside}
      </div>
      {action ? (
        <div className="flex items-center gap-2">
          {children}
          {action}
        </div>
      ) : (
        children
      )}
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-sm text-danger">
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-xs text-faint">
            {hint}
          </p>
        )
      )}
    </div>
  );
}

function describedBy(id: string, error: string | undefined, hint: ReactNode): string | undefined {
  if (error) return `${id}-error`;
  return hint ? `${id}-hint` : undefined;
}

export function TextField({
  label,
  hint,
  error,
  aside,
  action,
  className,
  ...rest
}: FieldProps & ComponentProps<'input'>) {
  const id = useId();
  return (
    <FieldShell id={id} label={label} hint={hint} error={error} aside={aside} action={action}>
      <input
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, hint)}
        className={cx(inputClass, 'h-12 sm:h-11', className)}
        {...rest}
      />
    </FieldShell>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  aside,
  className,
  rows = 3,
  ...rest
}: Omit<FieldProps, 'action'> & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <FieldShell id={id} label={label} hint={hint} error={error} aside={aside}>
      <textarea
        id={id}
        rows={rows}
        // The field grows with its text from this many lines on.
        style={{ minHeight: `calc(${rows} * 1.5rem + 1.375rem)` }}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, hint)}
        className={cx(inputClass, 'resize-none py-2.5 leading-6 field-sizing-content', className)}
        {...rest}
      />
    </FieldShell>
  );
}
