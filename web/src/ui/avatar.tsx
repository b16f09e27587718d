import { cx } from './class-names.ts';

interface AvatarProps {
  user: { username: string; fullName: string; avatarUrl: string | null };
  /** Edge in pixels. */
  size?: number;
  className?: string;
}

/** A colourless tone per person, so that people without a picture still differ. */
function toneOf(username: string): number {
  let hash = 0;
  for (const letter of username) hash = (hash * 31 + letter.charCodeAt(0)) % 9_973;
  return hash % 5;
}

const TONES = ['0.36 0.02 60', '0.42 0.025 75', '0.33 0.015 40', '0.46 0.02 85', '0.39 0.025 50'];

/** Decorative: the name always stands beside it or in the link around it. */
export function Avatar({ user, size = 40, className }: AvatarProps) {
  const box = cx('relative inline-flex shrink-0 overflow-hidden rounded-full bg-raised', className);
  const style = { width: size, height: size };
  if (user.avatarUrl) {
    return (
      <span className={box} style={style}>
        <img
          src={user.avatarUrl}
          alt=""
          width={size}
          height={size}
          decoding="async"
          className="size-full object-cover"
        />
        <span className="absolute inset-0 rounded-full shadow-[inset_0_0_0_1px_var(--hairline)]" />
      </span>
    );
  }
  const letter = (user.fullName || user.username).trim().charAt(0).toUpperCase();
  return (
    <span
      aria-hidden="true"
      className={cx(box, 'items-center justify-center font-medium text-white')}
      style={{ ...style, fontSize: size * 0.42, background: `oklch(${TONES[toneOf(user.username)]})` }}
    >
      {letter}
    </span>
  );
}
