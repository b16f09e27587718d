import { describe, expect, it } from 'vitest';
import type { CreatedMedia, Problem } from '../../../shared/contracts/index.ts';
import { aUser } from '../../../tests/support/a-user.ts';

const A_PHOTO = { kind: 'photo', contentType: 'image/jpeg', size: 1_000 };

describe('POST /media', () => {
  it('answers a URL that is signed for this type and length and ends', async () => {
    const { call } = await aUser();
    const response = await call('POST', '/media', A_PHOTO);
    expect(response.status).toBe(201);
    const { mediaId, upload } = await response.json<CreatedMedia>();
    const url = new URL(upload.url);
    expect(upload.method).toBe('PUT');
    expect(upload.headers).toEqual({ 'content-type': 'image/jpeg', 'if-none-match': '*' });
    expect(url.pathname).toBe(`/cdn-cgi/local/r2/s3/rimlight-media/media/${mediaId}/original`);
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;if-none-match');
    expect(url.searchParams.get('X-Amz-Expires')).toBe('900');
    expect(Date.parse(upload.expiresAt)).toBeGreaterThan(Date.now() + 800_000);
  });

  it.each([
    [{ ...A_PHOTO, size: 33_554_432 }, 201],
    [{ ...A_PHOTO, size: 33_554_433 }, 413, 'too-large', 'size'],
    [{ ...A_PHOTO, size: 0 }, 422, 'invalid-values', 'size'],
    [{ ...A_PHOTO, size: 1.5 }, 422, 'invalid-values', 'size'],
    [{ ...A_PHOTO, contentType: 'image/svg+xml' }, 415, 'unsupported-type', 'contentType'],
    [{ ...A_PHOTO, contentType: 'video/mp4' }, 415, 'unsupported-type', 'contentType'],
    [{ ...A_PHOTO, kind: 'sculpture' }, 422, 'invalid-values', 'kind'],
    [{ ...A_PHOTO, altText: 'x'.repeat(1_000) }, 201],
    [{ ...A_PHOTO, altText: 'x'.repeat(1_001) }, 422, 'invalid-values', 'altText'],
  ])('judges %o before a byte is sent', async (body, status, code = undefined, path = undefined) => {
    const { call } = await aUser();
    const response = await call('POST', '/media', body);
    expect(response.status).toBe(status);
    if (status === 201) return;
    const problem = await response.json<Problem>();
    expect(problem).toMatchObject({ code, errors: [{ path }] });
  });
});
