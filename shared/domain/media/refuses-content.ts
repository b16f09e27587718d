/**
 * Codes of the Images binding that blame the picture, not the service: too large or not understood, not an image, too
 * many pixels, a type it does not read (https://developers.cloudflare.com/images/reference/troubleshooting/).
 */
const CONTENT_CODES = new Set([9_402, 9_403, 9_412, 9_413, 9_422, 9_520]);
/**
 * The local emulation answers 9523 for everything; its decoder's words tell a bad picture from a bad day. They are held
 * in one place for all pictures, so of two refused at once one may be left with nothing but `failOn setting`.
 */
const DECODER_WORDS = /input buffer|unsupported image format|vips|heif|bad seek|corrupt|failOn setting/i;

/** Whether the Images binding failed because of what it was given: trying again would fail again. */
export function refusesContent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'number' && CONTENT_CODES.has(error.code)) return true;
  return DECODER_WORDS.test(error.message);
}
