import { formatAge, formatMoment } from '../format/time.ts';

/** How long ago, with the whole moment in reach. */
export function Age({ time, className }: { time: string; className?: string }) {
  return (
    <time dateTime={time} title={formatMoment(time)} className={className}>
      {formatAge(time, Date.now())}
    </time>
  );
}
