import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser, ORIGIN } from '../../tests/support/a-user.ts';

const CRAWLER = 'facebookexternalhit/1.1';

async function open(
  id: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; page: string; headers: Headers }> {
  const response = await exports.default.fetch(`${ORIGIN}/p/${id}`, { headers });
  return { status: response.status, page: await response.text(), headers: response.headers };
}

describe('the page of a post', () => {
  it('tells crawlers, and everybody, what a public post shows', async () => {
    const ann = await aUser({ fullName: 'Ann "Dawn" <Lee>' });
    const post = await aPost(ann, { caption: 'Light & <script>alert(1)</script> "here"' });
    const { status, page, headers } = await open(post.id, { 'User-Agent': CRAWLER });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(page).toContain(`<meta property="og:url" content="${ORIGIN}/p/${post.id}">`);
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/p/${post.id}">`);
    expect(page).toContain(`<meta property="og:image" content="${ORIGIN}${post.media[0]?.urls?.full}">`);
    expect(page).toContain('content="Light &amp; &lt;script&gt;alert(1)&lt;/script&gt; &quot;here&quot;"');
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('name="twitter:card" content="summary_large_image"');
    expect((await open(post.id)).page).toBe(page);
  });

  it('is the same 404 page for a private, a deleted, an absent post and a wrong id', async () => {
    const [ann, ben] = await Promise.all([aUser({ isPrivate: true, fullName: 'Secret Ann' }), aUser()]);
    const [hidden, gone] = [await aPost(ann, { caption: 'secret words' }), await aPost(ben)];
    await ben.call('DELETE', `/posts/${gone.id}`);
    const pages = await Promise.all([hidden.id, gone.id, '0000000000000', 'nonsense'].map((id) => open(id)));
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(pages.map(({ page }) => page)).size).toBe(1);
    expect(pages[0]?.page).toContain('noindex');
    expect(pages[0]?.page).not.toMatch(/secret|og:/i);
    expect(pages[0]?.headers.get('cache-control')).toContain('no-store');
  });

  it('has one address: one with a slash at its end leads to it for good, with its query', async () => {
    const response = await exports.default.fetch(`${ORIGIN}/p/0000000000000/?from=a%20friend`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/p/0000000000000?from=a%20friend']);
    const api = await exports.default.fetch(`${ORIGIN}/api/v1/posts/0000000000000/`, { redirect: 'manual' });
    expect(api.status).toBe(404);
  });

  it('takes no other method', async () => {
    const response = await exports.default.fetch(`${ORIGIN}/p/0000000000000`, { method: 'POST' });
    expect(response.status).toBe(405);
  });
});
