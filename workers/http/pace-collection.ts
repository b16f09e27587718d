/** Slots of 4 bytes: 16 KB of young memory a request. */
const SLOTS = 4_000;
/** The newest ballast, held so that it has to be made. */
const held: { ballast: unknown } = { ballast: undefined };

/**
 * Takes young memory that nobody needs, so that V8 collects after about a thousand requests. What a request leaves in the
 * runtime (itself, its answer, their headers) is ended only then, 10 to 25 µs each while all others wait: at a few KB a
 * request that is a pause of 100 ms every 3,500 requests, and with this 20 to 30 ms. Much more often, and requests under way
 * would outlive two collections and fill the old generation. See decision 23.
 */
export function paceCollection(): void {
  held.ballast = new Array(SLOTS);
}
