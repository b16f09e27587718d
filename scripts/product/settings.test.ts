import { describe, expect, it } from 'vitest';
import { parseVars, readSettings } from './settings.ts';

describe('readSettings', () => {
  it('has defaults for everything', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ port: 8787, demo: true, vars: {} });
    expect(settings.state).toMatch(/\.wrangler\/state$/);
  });

  it('takes what the environment says', () => {
    expect(
      readSettings({ PORT: '9000', RIMLIGHT_STATE: '/data', RIMLIGHT_DEMO: '0', RIMLIGHT_VARS: 'CELL_CAPACITY=5' }),
    ).toEqual({ port: 9000, state: '/data', demo: false, vars: { CELL_CAPACITY: '5' } });
  });

  it.each(['abc', '0', '70000', '80.5'])('refuses PORT=%s', (port) => {
    expect(() => readSettings({ PORT: port })).toThrow('PORT');
  });
});

describe('parseVars', () => {
  it('keeps commas and equals signs that belong to a value', () => {
    expect(parseVars('TOKEN_KEYS=a:one==,b:two,LIMIT_POSTS=3/60')).toEqual({
      TOKEN_KEYS: 'a:one==,b:two',
      LIMIT_POSTS: '3/60',
    });
  });

  it('says which part it could not read', () => {
    expect(() => parseVars('limit 5')).toThrow('limit 5');
  });
});
