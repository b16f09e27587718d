const KEY = 'rimlight.refresh';

/** Where storage is blocked. */
let held: string | null = null;

/**
 * The Idempotency-Key of the refresh whose answer is awaited, or a new one. Kept for every tab and over a reload, as the
 * cookie is: an answer that was lost left the spent cookie, which only the same key can exchange again.
 */
export function takeRefreshKey(): string {
  const key = findRefreshKey() ?? crypto.randomUUID();
  keepRefreshKey(key);
  return key;
}

/** The answer has come: the next refresh is another one. */
export function dropRefreshKey(): void {
  keepRefreshKey(null);
}

function findRefreshKey(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return held;
  }
}

function keepRefreshKey(key: string | null): void {
  held = key;
  try {
    if (key === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, key);
  } catch {
    // This page alone knows it then.
  }
}
