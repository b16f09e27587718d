import { stripUnseen } from '../text/fold-text.ts';
import { respellMixedInLatin } from '../text/respell.ts';
import { isTopLevelDomain } from './top-level-domains.ts';

const SCHEME = /https?:\/\/|www\./i;
/** Four numbers alone may be a version or a date. */
const NUMERIC_ADDRESS = /(?<![\p{L}\p{N}.])(?:\d{1,3}\.){3}\d{1,3}(?::\d|\/[\p{L}\p{N}])/u;
/** Between letters of ASCII browsers take it for a dot; elsewhere it ends a sentence. */
const IDEOGRAPHIC_DOT = /(?<=[a-z0-9])。(?=[a-z])/gi;
/** E-mail addresses and names of people: dots in them are no links. */
const HANDLES = /[\p{L}\p{M}\p{N}._%+-]*@[\p{L}\p{M}\p{N}._-]+/gu;
const DOTTED = /[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/gu;
/** ASCII before another script, which goes on without a space. */
const ASCII_BEFORE_SCRIPT = /^[a-z]+(?=(?!\p{sc=Latin})\p{L})/iu;
const EDGES = /[_-]+$/;
/** Also a name for addresses, but much more often the end of a file's name. */
const FILE_ENDING = /^mov$/i;

function endsAddress(label: string): boolean {
  const name = label.replace(EDGES, '');
  if (FILE_ENDING.test(name)) return false;
  return isTopLevelDomain(name) || isTopLevelDomain(name.match(ASCII_BEFORE_SCRIPT)?.[0] ?? '');
}

/** Whether a text holds an address, with a scheme or bare, in any script and width, whatever stands around it. */
export function holdsLink(text: string): boolean {
  const plain = respellMixedInLatin(stripUnseen(text.normalize('NFKC'))).replace(IDEOGRAPHIC_DOT, '.');
  if (SCHEME.test(plain) || NUMERIC_ADDRESS.test(plain)) return true;
  return (plain.replace(HANDLES, ' ').match(DOTTED) ?? []).some((dotted) =>
    dotted.split('.').slice(1).some(endsAddress),
  );
}
