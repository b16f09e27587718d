import { useId } from 'react';
import { cx } from './class-names.ts';

/** A dark body with light along its edge. */
export function LogoMark({ className = 'size-7' }: { className?: string }) {
  const id = useId();
  return (
    <svg viewBox="0 0 32 32" className={cx('shrink-0', className)} aria-hidden="true">
      <defs>
        <linearGradient id={`${id}l`} x1="0.1" y1="0.2" x2="0.9" y2="0.9">
          <stop stopColor="var(--rim-hot)" />
          <stop offset="0.45" stopColor="var(--rim)" />
          <stop offset="1" stopColor="var(--rim-deep)" />
        </linearGradient>
        <mask id={`${id}m`}>
          <rect width="32" height="32" fill="#fff" />
          <circle cx="13.4" cy="18.4" r="12.4" fill="#000" />
        </mask>
      </defs>
      <circle cx="16" cy="16" r="13.5" fill="none" stroke="var(--hairline-strong)" />
      <circle cx="16" cy="16" r="14" fill={`url(#${id}l)`} mask={`url(#${id}m)`} />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cx('inline-flex items-center gap-2.5 text-lg font-semibold tracking-[-0.03em]', className)}>
      <LogoMark />
      rimlight
    </span>
  );
}
