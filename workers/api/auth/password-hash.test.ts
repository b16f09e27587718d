import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword } from './password-hash.ts';

const COST = { N: 1_024, r: 8, p: 1 };
const HIGHER = { N: 2_048, r: 8, p: 1 };

describe('a password hash', () => {
  it('is written with its parameters and a salt of its own', async () => {
    const [first, second] = await Promise.all([hashPassword('light', COST), hashPassword('light', COST)]);
    expect(first).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(second).not.toBe(first);
  });

  it('knows its password only', async () => {
    const hash = await hashPassword('light', COST);
    expect(await checkPassword('light', hash, COST)).toEqual({ correct: true, outdated: false });
    for (const wrong of ['Light', 'light ', '']) {
      expect((await checkPassword(wrong, hash, COST)).correct, wrong).toBe(false);
    }
  });

  it('is checked at its own cost, and says when a new one would have another', async () => {
    const hash = await hashPassword('light', COST);
    expect(await checkPassword('light', hash, HIGHER)).toEqual({ correct: true, outdated: true });
  });

  it('takes one password typed on two keyboards for one', async () => {
    const hash = await hashPassword('caf\u00e9', COST);
    expect((await checkPassword('cafe\u0301', hash, COST)).correct).toBe(true);
  });

  it('agrees with the test vector of RFC 7914', async () => {
    const salt = Buffer.from('NaCl').toString('base64url');
    const key = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162';
    const hash = `scrypt$1024$8$16$${salt}$${Buffer.from(key, 'hex').toString('base64url')}`;
    expect(await checkPassword('password', hash, COST)).toEqual({ correct: true, outdated: true });
  });

  it('that cannot be read is a bug, not a wrong password', async () => {
    await expect(checkPassword('light', 'md5$abc', COST)).rejects.toThrow('scrypt$N$r$p$salt$key');
  });
});
