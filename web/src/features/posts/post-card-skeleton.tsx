import { Skeleton } from '../../ui/skeleton.tsx';

/** The true shape of a post that is not there yet. */
export function PostCardSkeleton({ ratio = 4 / 5 }: { ratio?: number }) {
  return (
    <div aria-hidden="true">
      <div className="flex items-center gap-3 px-4 pb-3 sm:px-0">
        <Skeleton className="size-[38px] rounded-full" />
        <span>
          <Skeleton className="h-3.5 w-32 rounded-sm" />
          <Skeleton className="mt-1.5 h-3 w-20 rounded-sm" />
        </span>
      </div>
      <div style={{ aspectRatio: ratio }}>
        <Skeleton className="size-full sm:rounded-lg" />
      </div>
      <div className="px-4 pt-4 sm:px-0">
        <Skeleton className="h-3.5 w-20 rounded-sm" />
        <Skeleton className="mt-2.5 h-3.5 w-64 rounded-sm" />
      </div>
    </div>
  );
}
