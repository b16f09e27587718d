/** Small figures seen from far away, as SVG shapes standing on (x, y) and `tall` pixels high. */

/** A person in mid-step, seen from behind. */
export function walker(x: number, y: number, tall: number): string {
  return figure(
    x,
    y,
    tall,
    `${HEAD}<path d="M-2.6 -88 L2.6 -88 L3.4 -83 Q9.5 -82 10.4 -77 L13.4 -58 L11.6 -46 L9.6 -46.5 L10 -57 L7.6 -66 L8 -48 L9.4 -25 L13 -2 L7 0 L3.4 -24 L0 -44 L-5 -24 L-11 -1 L-16.4 -3.4 L-10 -26 L-8 -48 L-7.6 -66 L-11.4 -57 L-14 -47.5 L-16 -48.5 L-13.4 -60 L-10.4 -77 Q-9.5 -82 -3.4 -83 Z"/>`,
  );
}

/** A person standing still, hands in pockets. */
export function stander(x: number, y: number, tall: number): string {
  return figure(
    x,
    y,
    tall,
    `${HEAD}<path d="M-2.6 -88 L2.6 -88 L3.4 -83 Q10 -82 11 -77 L14 -60 L9.4 -46 L8.6 -50 L8.4 -24 L8 -1.5 L10 0 L1.6 0 L0.8 -25 L0 -44 L-0.8 -25 L-1.6 0 L-10 0 L-8 -1.5 L-8.4 -24 L-8.6 -50 L-9.4 -46 L-14 -60 L-11 -77 Q-10 -82 -3.4 -83 Z"/>`,
  );
}

/** Two people close together. */
export function couple(x: number, y: number, tall: number): string {
  return stander(x - tall * 0.13, y, tall) + stander(x + tall * 0.13, y, tall * 0.9);
}

/** A small sailing boat; y is the waterline. */
export function sailingBoat(x: number, y: number, tall: number): string {
  return figure(
    x,
    y,
    tall,
    `<path d="M-30 -6 L32 -7 Q26 1 18 1 L-20 1 Q-28 0 -30 -6 Z"/><path d="M-1 -9 L-1 -100 L1 -100 L1 -9 Z"/><path d="M3 -96 Q26 -50 31 -13 L3 -11 Z"/><path d="M-3 -88 Q-17 -45 -27 -12 L-3 -12 Z"/>`,
  );
}

const HEAD = '<ellipse cx="0" cy="-92.6" rx="4.9" ry="6.6"/>';

function figure(x: number, y: number, tall: number, body: string): string {
  return `<g fill="#fff" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${(tall / 100).toFixed(4)})">${body}</g>`;
}
