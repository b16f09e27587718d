import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { missingStreamVars, STREAM_VARS } from './parse-stream.ts';

const schema = z.object(STREAM_VARS);
const LOCAL = {
  VIDEO_BACKEND: 'local',
  STREAM_HOST: '',
  STREAM_ACCOUNT_ID: '',
  STREAM_API_TOKEN: '',
  STREAM_WEBHOOK_SECRET: '',
  STREAM_SIGNING_KEY: '',
};

describe('the vars of Stream', () => {
  it('are needed by name where new videos go there, and not elsewhere', () => {
    expect(missingStreamVars(schema.parse(LOCAL))).toEqual([]);
    expect(missingStreamVars(schema.parse({ ...LOCAL, VIDEO_BACKEND: 'stream', STREAM_API_TOKEN: 'token' }))).toEqual([
      'STREAM_HOST',
      'STREAM_ACCOUNT_ID',
      'STREAM_WEBHOOK_SECRET',
    ]);
  });

  it('hold a signing key as its id and its JWK', () => {
    expect(schema.parse({ ...LOCAL, STREAM_SIGNING_KEY: '8f926b2b:eyJrdHkiOiJSU0EifQ==' }).STREAM_SIGNING_KEY).toEqual({
      id: '8f926b2b',
      jwk: 'eyJrdHkiOiJSU0EifQ==',
    });
    expect(schema.parse(LOCAL).STREAM_SIGNING_KEY).toBeNull();
  });

  it.each([
    { VIDEO_BACKEND: 'youtube' },
    { STREAM_HOST: 'https://customer-abc.cloudflarestream.com' },
    { STREAM_WEBHOOK_SECRET: 'short' },
    { STREAM_SIGNING_KEY: 'no-colon' },
  ])('are refused as %j', (wrong) => {
    expect(schema.safeParse({ ...LOCAL, ...wrong }).success).toBe(false);
  });
});
