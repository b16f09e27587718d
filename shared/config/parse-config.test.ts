import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseConfig } from './parse-config.ts';

/** The vars of `wrangler.toml` as the Worker gets them. */
function shippedVars(): Record<string, string> {
  const text = readFileSync(fileURLToPath(new URL('../../wrangler.toml', import.meta.url).href), 'utf8');
  const [, section = ''] = text.split(/^\[vars\]$/m);
  const [vars = ''] = section.split(/^\[/m);
  return Object.fromEntries([...vars.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, name = '', value = '']) => [name, value]));
}

const vars = shippedVars();
const SECRET = 'a-secret-that-is-long-enough';
const production = {
  ...vars,
  ENVIRONMENT: 'production',
  TOKEN_KEYS: `2026-06:${SECRET}`,
  OPERATOR_KEY: 'an-operator-key-of-their-own',
};

describe('the configuration', () => {
  it('that is shipped is valid, and read into values', () => {
    expect(parseConfig(vars)).toMatchObject({
      ENVIRONMENT: 'local',
      CELL_CAPACITY: 1_000,
      CORS_ORIGINS: [],
      LIMIT_POSTS: { attempts: 10, windowMs: 3_600_000 },
      LIMIT_LIKES: { attempts: 1_000, windowMs: 3_600_000 },
      LIMIT_COMMENTS: { attempts: 100, windowMs: 3_600_000 },
      LIMIT_FOLLOWS: { attempts: 200, windowMs: 3_600_000 },
      LIMIT_REFRESHES_BY_ADDRESS: { attempts: 600, windowMs: 300_000 },
      LIMIT_MEDIA_BY_ADDRESS: { attempts: 6_000, windowMs: 60_000 },
      LIMIT_RENDERINGS_BY_ADDRESS: { attempts: 600, windowMs: 3_600_000 },
      PASSWORD_SCRYPT: { N: 16_384, r: 8, p: 5 },
      TOKEN_KEYS: [{ id: 'local' }],
    });
  });

  it('may list keys and origins', () => {
    const config = parseConfig({
      ...vars,
      TOKEN_KEYS: ' new:0123456789abcdef , old:with:colons:0123456789',
      CORS_ORIGINS: 'https://a.example, https://b.example,',
    });
    expect(config.TOKEN_KEYS).toEqual([
      { id: 'new', secret: '0123456789abcdef' },
      { id: 'old', secret: 'with:colons:0123456789' },
    ]);
    expect(config.CORS_ORIGINS).toEqual(['https://a.example', 'https://b.example']);
  });

  it.each([
    ['LIMIT_POSTS', '10'],
    ['LIMIT_POSTS', '0/3600'],
    ['LIMIT_POSTS', '10/0'],
    ['LIMIT_POSTS', '-1/60'],
    ['CELL_CAPACITY', '0'],
    ['CELL_CAPACITY', 'many'],
    ['CELL_CAPACITY', '1.5'],
    ['ENVIRONMENT', 'staging'],
    ['TOKEN_KEYS', ''],
    ['TOKEN_KEYS', 'kid:short'],
    ['TOKEN_KEYS', SECRET],
    ['PASSWORD_SCRYPT', '16384'],
    ['PASSWORD_SCRYPT', '1000/8/1'],
    ['PASSWORD_SCRYPT', '16384/0/1'],
    ['PASSWORD_SCRYPT', '1048576/8/1'],
    ['R2_S3_ENDPOINT', 'not a url'],
    ['SHARD_MAP', undefined],
  ])('names a wrong %s (%s), but no secret', (name, value) => {
    const wrong = { ...vars, TOKEN_KEYS: `k:${SECRET}`, [name]: value };
    expect(() => parseConfig(wrong)).toThrow(name);
    expect(() => parseConfig(wrong)).not.toThrow(SECRET);
  });

  it('of production is refused while it holds a local secret or a cheap password cost', () => {
    expect(parseConfig(production).ENVIRONMENT).toBe('production');
    expect(() => parseConfig({ ...production, TOKEN_KEYS: vars.TOKEN_KEYS })).toThrow('TOKEN_KEYS');
    expect(() => parseConfig({ ...production, OPERATOR_KEY: vars.OPERATOR_KEY })).toThrow('OPERATOR_KEY');
    expect(() => parseConfig({ ...production, PASSWORD_SCRYPT: '1024/8/1' })).toThrow('PASSWORD_SCRYPT');
  });
});
