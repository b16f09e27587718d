import { cx } from './class-names.ts';

/** One grey shape; its corners are the caller's. Put `after-a-moment` on the group around it. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cx('shimmer block shrink-0 bg-raised', className)} />;
}
