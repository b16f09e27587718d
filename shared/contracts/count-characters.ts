import { normalizeText } from './normalize-text.ts';

/** How much of its limit a text uses: as the server counts, in characters of what is kept. */
export function countCharacters(text: string): number {
  return [...normalizeText(text)].length;
}
