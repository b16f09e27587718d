import type { HeldCode } from '../../contracts/index.ts';
import { findWord } from './match-words.ts';

/** A short greeting or an emoji may be written to many. */
const REPEATABLE_LENGTH = 12;
/** An address with a scheme, or a bare one: a name, a dot and a label of letters with nothing after it but a path. */
const LINK =
  /https?:\/\/|www\.|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+(?!jpe?g|png|gif|mp4|mov)[a-z]{2,}(?=[\s/?#:,.!]|$)/iu;

export type CommentFacts = {
  /** Normalized. */
  text: string;
  /** The writer is the post's author. */
  ownPost: boolean;
  operatorWords: readonly string[];
  /** Of the post's author. */
  ownerWords: readonly string[];
  /** The writer wrote the same too often of late. */
  repeated: boolean;
  newAccount: boolean;
};

/** Why a comment is held back; null when it is not. On their own posts people are free of all but the operator's words. */
export function judgeComment(facts: CommentFacts): HeldCode | null {
  if (findWord(facts.text, facts.operatorWords) !== undefined) return 'blocked-word';
  if (facts.ownPost) return null;
  if (findWord(facts.text, facts.ownerWords) !== undefined) return 'hidden-word';
  if (facts.repeated) return 'repeated-text';
  if (facts.newAccount && holdsLink(facts.text)) return 'link-by-new-account';
  return null;
}

export function holdsLink(text: string): boolean {
  return LINK.test(text);
}

/** Whether writing this text again and again is a sign of spam. */
export function isRepeatable(text: string): boolean {
  return text.length < REPEATABLE_LENGTH && !holdsLink(text);
}

const MESSAGES: Record<HeldCode, string> = {
  'blocked-word': 'It holds a word that is not allowed here.',
  'hidden-word': 'It holds a word that the author of this post does not want to read.',
  'repeated-text': 'You wrote the same several times in a short while.',
  'link-by-new-account': 'New accounts cannot post links yet.',
};

/** What the writer is told. */
export function describeHold(code: HeldCode): { code: HeldCode; message: string } {
  return { code, message: MESSAGES[code] };
}
