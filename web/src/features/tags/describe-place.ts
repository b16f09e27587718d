import type { DraftTag } from '../compose/draft.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Who is where on a photo, for those who hear it. */
export function describePlace({ username, x, y }: Omit<DraftTag, 'userId'>): string {
  return `${username}, ${percent(x)} from the left, ${percent(y)} from the top`;
}
