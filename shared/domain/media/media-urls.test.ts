import { describe, expect, it } from 'vitest';
import { avatarUrl, readMediaGrant, signedMediaUrls } from './media-urls.ts';

const KEYS = [{ id: 'a', secret: 'a-secret-of-sixteen-or-more' }];
const OTHER = [{ id: 'b', secret: 'another-secret-of-sixteen' }];
const NOW = Date.UTC(2026, 2, 1, 12, 1);
const MINUTE = 60_000;
const MEDIUM = '01hq2m8k7w0c4';
const VIEWER = '01hq2m8k7w0c5';

function grantOf(url: string) {
  const query = new URL(url, 'https://rimlight.test').searchParams;
  return { exp: query.get('exp') ?? '', for: query.get('for') ?? '', sig: query.get('sig') ?? '' };
}

describe('signed media URLs', () => {
  const url = signedMediaUrls(KEYS, VIEWER, NOW)(MEDIUM, 'feed');

  it('name the viewer for five to ten minutes', () => {
    expect(url).toMatch(new RegExp(`^/api/v1/media/${MEDIUM}/feed\\?exp=\\d+&for=${VIEWER}&sig=[\\w-]{22}$`));
    expect(readMediaGrant(KEYS, MEDIUM, grantOf(url), NOW)).toBe(VIEWER);
    expect(readMediaGrant(KEYS, MEDIUM, grantOf(url), NOW + 5 * MINUTE)).toBe(VIEWER);
    expect(readMediaGrant(KEYS, MEDIUM, grantOf(url), NOW + 10 * MINUTE)).toBeNull();
  });

  it('stay the same within a window, so that browsers keep the picture', () => {
    expect(signedMediaUrls(KEYS, VIEWER, NOW + MINUTE)(MEDIUM, 'feed')).toBe(url);
    expect(signedMediaUrls(KEYS, VIEWER, NOW + 6 * MINUTE)(MEDIUM, 'feed')).not.toBe(url);
  });

  it('are refused for another medium, viewer, end or key, and when cut', () => {
    const grant = grantOf(url);
    expect(readMediaGrant(KEYS, '01hq2m8k7w0c6', grant, NOW)).toBeNull();
    expect(readMediaGrant(KEYS, MEDIUM, { ...grant, for: '01hq2m8k7w0c9' }, NOW)).toBeNull();
    expect(readMediaGrant(KEYS, MEDIUM, { ...grant, exp: String(Number(grant.exp) + 600) }, NOW)).toBeNull();
    expect(readMediaGrant(KEYS, MEDIUM, { ...grant, sig: grant.sig.slice(1) }, NOW)).toBeNull();
    expect(readMediaGrant(KEYS, MEDIUM, { ...grant, sig: '' }, NOW)).toBeNull();
    expect(readMediaGrant(KEYS, MEDIUM, { ...grant, exp: 'never' }, NOW)).toBeNull();
    expect(readMediaGrant(OTHER, MEDIUM, grant, NOW)).toBeNull();
  });

  it('outlive a rotation of keys', () => {
    expect(readMediaGrant([...OTHER, ...KEYS], MEDIUM, grantOf(url), NOW)).toBe(VIEWER);
  });

  it('are not needed for avatars', () => {
    expect(avatarUrl(MEDIUM)).toBe(`/api/v1/media/${MEDIUM}/profile`);
    expect(avatarUrl(null)).toBeNull();
  });
});
