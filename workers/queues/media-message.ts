/** A medium whose bytes have arrived and are to be verified and turned into variants. */
export type MediaMessage = { mediaId: string };
