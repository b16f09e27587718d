import { z } from 'zod';
import { normalizeText } from './normalize-text.ts';

/** What is taken away by normalizing may be this many times what stays; a bound on the work. */
const RAW_FACTOR = 4;

/** What people write, normalized; its limit holds for what is kept, in characters as Unicode counts them. */
export function writtenText(max: number) {
  const message = `has at most ${max} characters`;
  return z
    .string()
    .max(max * RAW_FACTOR, { message, abort: true })
    .overwrite(normalizeText)
    .max(max, message);
}

/** The same in one line. */
export function writtenLine(max: number) {
  return writtenText(max).overwrite((text) => text.replaceAll(/\n+/g, ' '));
}
