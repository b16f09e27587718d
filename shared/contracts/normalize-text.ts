/** Marks on one letter past these are noise that paints over other people's lines; no living script needs more. */
const MAX_MARKS = 5;
/** Joiners and variation selectors make emoji and shape Indic and Arabic letters; alone or in rows they only hide things. */
const JOINERS = '\\u200c\\u200d';
/** Tags spell the flags of regions behind a black flag; elsewhere they are invisible text. */
const FLAG_TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007f}]*)|[\u{e0020}-\u{e007f}]+/gu;

const CONTROLS = new RegExp(
  `(?![\\n${JOINERS}\\u{e0020}-\\u{e007f}])[\\p{Cc}\\p{Cf}\\p{Co}\\p{NChar}\\u2800\\u3164\\uffa0\\u115f\\u1160]`,
  'gu',
);
const JOINER_RUNS = new RegExp(`([${JOINERS}])[${JOINERS}]+`, 'gu');
const EDGE_JOINERS = new RegExp(`(?<![^\\s])[${JOINERS}]+|[${JOINERS}]+(?![^\\s])`, 'gu');
/** Anything but spaces, marks, what is ignored by default, and a note without a head. */
const VISIBLE = /[^\s\p{M}\p{Default_Ignorable_Code_Point}\u{1d159}]/u;
const MARK_PILES = new RegExp(`([\\p{Mn}\\p{Me}]{${MAX_MARKS}})[\\p{Mn}\\p{Me}]+`, 'gu');

/**
 * What people write, made harmless to lay out and comparable: composed (NFC), no control, invisible or
 * direction-changing characters, no piles of marks, single spaces, at most one empty line in a row, nothing at the ends; and
 * empty when nothing of it can be seen.
 */
export function normalizeText(text: string): string {
  const kept = text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROLS, '')
    .replace(FLAG_TAGS, '$1')
    .replace(JOINER_RUNS, '$1')
    .replace(EDGE_JOINERS, '')
    // Once nothing invisible keeps a letter and its mark apart.
    .normalize('NFC')
    .replace(MARK_PILES, '$1')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return VISIBLE.test(kept) ? kept : '';
}
