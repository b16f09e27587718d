import { cx } from './class-names.ts';

/** The rim, turning. It keeps still and unseen for the first 300 ms. */
export function Spinner({ className = 'size-4' }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" className={cx('after-a-moment', className)} aria-hidden="true">
      <g className="turning" style={{ transformOrigin: '50% 50%' }}>
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeOpacity="0.2" strokeWidth="2" />
        <path
          d="M8 1.5a6.5 6.5 0 0 1 6.5 6.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </g>
    </svg>
  );
}
