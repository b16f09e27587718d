import type { HeldCode } from '../../contracts/index.ts';
import { holdsLink } from './holds-link.ts';
import { findWord } from './match-words.ts';

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

type HeldReader = 'writer' | 'post-author';

const MESSAGES: Record<HeldCode, Record<HeldReader, string>> = {
  'blocked-word': {
    writer: 'It holds a word that is not allowed here.',
    'post-author': 'It holds a word that is not allowed here.',
  },
  'hidden-word': {
    writer: 'It holds a word that the author of this post does not want to read.',
    'post-author': 'It holds one of your hidden words.',
  },
  'repeated-text': {
    writer: 'You wrote the same several times in a short while.',
    'post-author': 'Its writer wrote the same several times in a short while.',
  },
  'link-by-new-account': {
    writer: 'New accounts cannot post links yet.',
    'post-author': 'It holds a link, and new accounts cannot post links yet.',
  },
};

/** What those who see a held comment are told: its writer, and the author of the post. */
export function describeHold(code: HeldCode, reader: HeldReader): { code: HeldCode; message: string } {
  return { code, message: MESSAGES[code][reader] };
}
