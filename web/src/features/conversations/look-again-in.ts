const LIVELY_MS = 3 * 60_000;
const SOON_MS = 4_000;
const LATER_MS = 15_000;

/** When to look for new messages again, in ms: soon while people are writing, less often when it has become quiet. */
export function lookAgainIn(newestAt: string | undefined, now: number): number {
  return newestAt !== undefined && now - Date.parse(newestAt) < LIVELY_MS ? SOON_MS : LATER_MS;
}
