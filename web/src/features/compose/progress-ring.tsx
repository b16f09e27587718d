const RADIUS = 10;
const LENGTH = 2 * Math.PI * RADIUS;

/** How far a file has come, as a rim of light closing around it. */
export function ProgressRing({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 24 24" className="size-8 -rotate-90" aria-hidden="true">
      <circle cx="12" cy="12" r={RADIUS} fill="none" stroke="rgb(255 255 255 / 0.25)" strokeWidth="2" />
      <circle
        cx="12"
        cy="12"
        r={RADIUS}
        fill="none"
        stroke="var(--rim)"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray={LENGTH}
        strokeDashoffset={LENGTH * (1 - share)}
        className="transition-[stroke-dashoffset]"
      />
    </svg>
  );
}
