/** What is drawn as nothing: ignorable by default, or a note without a head. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u{1d159}]/gu;
/**
 * Accents, strokes over letters, and the vowel signs that Hebrew and Arabic may leave out. Elsewhere marks are letters:
 * without theirs काम is कम, and ばか is はか.
 */
const ACCENTS = new RegExp(
  [
    '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff]',
    '[\\u0483-\\u0489]',
    '[\\u0591-\\u05c7]',
    '[\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4]',
  ].join('|'),
  'gu',
);
/** Latin letters that have no decomposition into the plain one. */
const SPECIAL = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢɑɡøłđħŧ';
const PLAIN = 'abcdefghijklmnopqrstuvwyzagoldht';
const PLAIN_OF_SPECIAL = new Map(Array.from(SPECIAL, (letter, i) => [letter, PLAIN[i] ?? letter]));
/** Negative circled and squared capitals; the others decompose. */
const SIGNED_CAPITALS = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
const SIGNED_A = 0x1f1_50;
const SIGNED_ROW = 0x20;
const CODE_OF_A = 97;

function readSignedCapital(sign: string): string {
  return String.fromCharCode(CODE_OF_A + (((sign.codePointAt(0) ?? SIGNED_A) - SIGNED_A) % SIGNED_ROW));
}

/** A text without what is drawn as nothing. It breaks emoji apart, so this too is to judge by. */
export function stripUnseen(text: string): string {
  return text.replace(UNSEEN, '');
}

/**
 * One form for texts that read alike, to judge by, never to keep: without what is not seen, accents, width, letters in
 * signs and case. By both cases, since letters such as ß and ς have a twin in one of them only. `respell` works between.
 */
export function foldText(text: string, respell: (plain: string) => string = (plain) => plain): string {
  const plain = stripUnseen(text).replace(SIGNED_CAPITALS, readSignedCapital).normalize('NFKD').replace(ACCENTS, '');
  const lower = respell(plain).toLowerCase().toUpperCase().toLowerCase();
  return lower.replace(/\p{sc=Latin}/gu, (letter) => PLAIN_OF_SPECIAL.get(letter) ?? letter).normalize('NFC');
}
