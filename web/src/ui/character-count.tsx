import { cx } from './class-names.ts';

/** How much of a limit is used; it speaks up near the end. */
export function CharacterCount({ length, max }: { length: number; max: number }) {
  const left = max - length;
  return (
    <span
      className={cx('tabular text-xs', left < 0 ? 'text-danger' : 'text-faint')}
      aria-live={left < 50 ? 'polite' : 'off'}
    >
      {left < 0 ? `${-left} too many` : `${length}/${max}`}
    </span>
  );
}
