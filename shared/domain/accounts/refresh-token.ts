import { Buffer } from 'node:buffer';
import { createHmac } from 'node:crypto';
import type { Config } from '../../config/index.ts';
import { isId } from '../../ids/index.ts';

/**
 * A refresh token is `<userId>.<sessionId>.<generation>.<secret>`. The secret is a part that stays for the session's life
 * and a part that changes at every refresh: an old token is told from an invented one, so only its holder can end the session.
 */
export type RefreshToken = {
  userId: string;
  sessionId: string;
  generation: number;
  familySecret: string;
  currentSecret: string;
};

/** 128 bits each, as base64url. */
const SECRET_BYTES = 16;
const PATTERN = /^(\w{13})\.(\w{13})\.(\d{1,9})\.([\w-]{22})([\w-]{22})$/;

export function writeRefreshToken(token: RefreshToken): string {
  return `${token.userId}.${token.sessionId}.${token.generation}.${token.familySecret}${token.currentSecret}`;
}

/** Undefined for anything that does not look like a token of ours. */
export function readRefreshToken(text: string): RefreshToken | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, userId = '', sessionId = '', generation = '', familySecret = '', currentSecret = ''] = match;
  if (!isId(userId) || !isId(sessionId)) return undefined;
  return { userId, sessionId, generation: Number(generation), familySecret, currentSecret };
}

/** One half of a token's secret. */
export function newSecret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(SECRET_BYTES))).toString('base64url');
}

/**
 * The changing half of the token that follows one, for an exchange with an Idempotency-Key: the same for the same token and
 * key, so that a retry is answered without anything of it being kept, and known to nobody without the key that signs tokens.
 */
export function deriveSecret([signing]: Config['TOKEN_KEYS'], key: string, token: RefreshToken): string {
  if (!signing) throw new Error('TOKEN_KEYS is empty');
  const text = `refresh-token\n${key}\n${writeRefreshToken(token)}`;
  return createHmac('sha256', signing.secret).update(text).digest().subarray(0, SECRET_BYTES).toString('base64url');
}

/** What the database keeps: SHA-256 of both parts, `<family>.<current>`. The secrets are random, so no salt is needed. */
export async function hashRefreshToken({ familySecret, currentSecret }: RefreshToken): Promise<string> {
  const [family, current] = await Promise.all([sha256(familySecret), sha256(currentSecret)]);
  return `${family}.${current}`;
}

/** Whether a stored hash is of the same session, whatever the refresh. */
export function isSameFamily(storedHash: string, tokenHash: string): boolean {
  return storedHash.slice(0, storedHash.indexOf('.')) === tokenHash.slice(0, tokenHash.indexOf('.'));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('base64url');
}
