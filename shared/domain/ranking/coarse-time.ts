import { EPOCH_MS } from '../../ids/snowflake.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const VALUES = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

/** The upper 39 of an id's 41 time bits are its first 8 characters. */
const TIME_CHARACTERS = 8;
const STEP_MS = 4;

/** When an id was made (Unix ms), up to 4 ms early: a fraction of the cost of `timeOfId`, for hundreds of ids a read. */
export function coarseTimeOfId(id: string): number {
  let upper = 0;
  for (let i = 0; i < TIME_CHARACTERS; i++) upper = upper * 32 + (VALUES[id.charCodeAt(i)] ?? 0);
  return EPOCH_MS + upper * STEP_MS;
}
