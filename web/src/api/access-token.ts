/** The access token lives here, in memory, and nowhere else: a reload asks for a new one with the HttpOnly cookie. */
let held: { token: string; expiresAt: number } | null = null;

/** A token this close to its end would expire on its way. */
const MARGIN_MS = 10_000;

export function holdAccessToken(token: string, expiresInSeconds: number): void {
  held = { token, expiresAt: Date.now() + expiresInSeconds * 1_000 - MARGIN_MS };
}

export function dropAccessToken(): void {
  held = null;
}

/** The token, or undefined when there is none or it is about to expire. */
export function findAccessToken(): string | undefined {
  return held && held.expiresAt > Date.now() ? held.token : undefined;
}

export function hasHeldAccessToken(): boolean {
  return held !== null;
}
