/** Set on this device by who does not want to be asked. */
const KEY = 'rimlight.sensitive';
const ALWAYS = 'show';

/** What was uncovered since the page was opened. */
const uncovered = new Set<string>();
const listeners = new Set<() => void>();
let version = 0;

function readAlways(): boolean {
  try {
    return localStorage.getItem(KEY) === ALWAYS;
  } catch {
    return false;
  }
}
let always = readAlways();

function tell(): void {
  version += 1;
  for (const listener of listeners) listener();
}

export const showsAlways = () => always;
export const isUncovered = (mediaId: string) => always || uncovered.has(mediaId);
export const uncoverVersion = () => version;

export function uncover(mediaId: string): void {
  uncovered.add(mediaId);
  tell();
}

export function setShowsAlways(next: boolean): void {
  always = next;
  try {
    if (next) localStorage.setItem(KEY, ALWAYS);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: the choice holds until the page is left.
  }
  if (!next) uncovered.clear();
  tell();
}

export function subscribeUncovered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
