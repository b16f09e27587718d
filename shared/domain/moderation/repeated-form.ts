import { foldText } from '../text/fold-text.ts';
import { readLookalikes } from '../text/read-lookalikes.ts';
import { respellInLatin } from '../text/respell.ts';
import { holdsLink } from './holds-link.ts';

/** A short greeting or an emoji may be written to many. */
const REPEATABLE_LENGTH = 12;
const MENTIONS = /(?<![\p{L}\p{M}\p{N}_.@/])@[\p{L}\p{M}\p{N}_.]+/gu;
const NOT_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
const CLOSING_DIGITS = /\p{N}+$/u;
const SPACES_AND_POINTS = /[\s\p{P}]+/gu;

/** Whether writing this text again and again is a sign of spam. */
export function isRepeatable(text: string): boolean {
  return text.length < REPEATABLE_LENGTH && !holdsLink(text);
}

/**
 * The form in which texts that say the same are equal: folded, letters and digits only, without names and without digits at
 * the end. Few letters say too little, so a short greeting, emoji and numbers keep all but their spaces and points.
 */
export function formRepeated(text: string): string {
  const folded = foldText(text, respellInLatin);
  const said = readLookalikes(folded.replace(MENTIONS, ' ').replace(NOT_WORDS, '').replace(CLOSING_DIGITS, ''));
  if (said.length >= REPEATABLE_LENGTH || holdsLink(text)) return said;
  return folded.replace(SPACES_AND_POINTS, '') || text;
}
