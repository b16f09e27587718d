import type { ReactNode } from 'react';
import { describeError } from '../api/describe-error.ts';
import { Button } from './button.tsx';

interface StateProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** What a list says when it holds nothing: what it is for, and what to do next. */
export function EmptyState({ icon, title, children, action }: StateProps) {
  return (
    <div className="appear mx-auto flex max-w-sm flex-col items-center px-6 py-16 text-center">
      {icon && (
        <span className="mb-5 flex size-16 items-center justify-center rounded-full text-faint shadow-[inset_0_0_0_1px_var(--hairline-strong),inset_-2px_2px_0_0_var(--rim)]">
          {icon}
        </span>
      )}
      <h2 className="text-base font-semibold text-balance">{title}</h2>
      {children && <p className="mt-1.5 text-sm text-soft text-pretty">{children}</p>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  onRetry: () => void;
  title?: string;
}

export function ErrorState({ error, onRetry, title = 'This could not be loaded' }: ErrorStateProps) {
  return (
    <div role="alert" className="appear mx-auto flex max-w-sm flex-col items-center px-6 py-16 text-center">
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mt-1.5 text-sm text-soft">{describeError(error)}</p>
      <Button look="quiet" className="mt-5" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
