/**
 * Says, for every tab of this browser, that a session cookie should exist, since script cannot see the cookie itself.
 * It saves visitors without an account a pointless refresh, and tells other tabs about a log-out.
 */
const KEY = 'rimlight.session';

export function hasSessionMark(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function setSessionMark(present: boolean): void {
  try {
    if (present) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is blocked: every load asks the server instead.
  }
}

/** Calls back when another tab logs out or in. */
export function onSessionMarkChange(callback: (present: boolean) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === KEY) callback(event.newValue !== null);
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
