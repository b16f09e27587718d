import { cx } from './class-names.ts';

/** One grey shape. Put `after-a-moment` on the group around it. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cx('shimmer block rounded-sm bg-raised', className)} />;
}
