import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aPlainPhoto, type FilePayload } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage } from './support/person.ts';
import { plainApi } from './support/plain-api.ts';

const AUTHOR = 'view.author';
/** From here on the words stand beside the photo. */
const WIDE_SCREEN = 840;
const SHAPES = {
  wide: [1_800, 600],
  landscape: [1_200, 800],
  square: [800, 800],
  tall: [500, 1_500],
} as const;
type Shape = keyof typeof SHAPES;
const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];

const url = inject('productUrl');
let browser: Browser;
/** Ids of posts by the shape of their photo; `album` holds one of each. */
const posts: Partial<Record<Shape | 'album', string>> = {};

beforeAll(async () => {
  browser = await launchBrowser();
  const api = plainApi(url);
  const author = await api.register(AUTHOR);
  const publish = async (photos: FilePayload[]): Promise<string> => {
    const form = new FormData();
    for (const { name, buffer, mimeType } of photos) {
      form.append('images[]', new Blob([new Uint8Array(buffer)], { type: mimeType }), name);
    }
    const response = await api.call(author.token, 'POST', '/posts', form);
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };
  const photos = await Promise.all(
    SHAPE_NAMES.map((shape) => aPlainPhoto(`${shape}.jpg`, '#668855', ...SHAPES[shape])),
  );
  for (const [index, shape] of SHAPE_NAMES.entries()) posts[shape] = await publish(photos.slice(index, index + 1));
  posts.album = await publish([...photos].reverse());
});
afterAll(() => browser.close());

/** What of the photo that is looked at is cut off by how it fits or by what is around it, in shares of it. */
function cutOf(image: Locator): Promise<number> {
  return image.evaluate((element) => {
    const picture = element as HTMLImageElement;
    const { left, top, right, bottom, width, height } = picture.getBoundingClientRect();
    const ratio = picture.naturalWidth / picture.naturalHeight;
    const isWhole = getComputedStyle(picture).objectFit === 'contain';
    let cut = isWhole ? 0 : Math.abs(width / height / ratio - 1);
    for (let around = picture.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === 'visible') continue;
      const box = around.getBoundingClientRect();
      const over = Math.max(box.left - left, right - box.right, box.top - top, bottom - box.bottom);
      cut = Math.max(cut, over / Math.min(width, height));
    }
    return cut;
  });
}

async function lookAt(page: Page, within: Locator, shape: Shape | 'album'): Promise<void> {
  const article = within.getByRole('article').first();
  const shown = article.locator('div:not([inert]) > div > button[aria-label^="Enlarge"]').first();
  for (const step of shape === 'album' ? SHAPE_NAMES.keys() : [0]) {
    if (step > 0) await shown.press('ArrowRight');
    if (shape === 'album') await article.getByText(`${step + 1}/${SHAPE_NAMES.length}`).waitFor();
    const image = shown.locator('img');
    await expect.poll(() => image.evaluate((at) => (at as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    await expect.poll(() => cutOf(image)).toBeLessThan(0.01);
  }
  // Nothing sticks out of the page.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

describe.each([
  { width: 1_280, height: 800 },
  { width: 1_920, height: 1_080 },
  { width: 900, height: 700 },
  { width: 390, height: 844 },
])('on a screen of $width × $height', (viewport) => {
  it('shows every photo whole on its page', async () => {
    const page = await openPage(browser, url, { viewport });
    for (const [shape, id] of Object.entries(posts)) {
      await page.goto(`/p/${id}`);
      await lookAt(page, page.getByRole('main'), shape as Shape | 'album');
    }
    expect(complaintsOf.get(page)).toEqual([]);
    await page.context().close();
  });

  it('shows every photo whole over the grid, in a box of its shape', async () => {
    const page = await openPage(browser, url, { viewport });
    await page.goto(`/@${AUTHOR}`);
    await page
      .getByRole('link', { name: /^Photo by/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Post' });
    for (const shape of (Object.keys(posts) as (Shape | 'album')[]).reverse()) {
      await page.waitForURL(`/p/${posts[shape]}`);
      await lookAt(page, dialog, shape);
      // Phones show a post over the grid as they show its page.
      if (viewport.width < WIDE_SCREEN) break;
      if (shape !== 'album') {
        const [width, height] = SHAPES[shape];
        const box = await dialog.getByRole('button', { name: 'Enlarge photo' }).boundingBox();
        expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(width / height, 1);
      }
      if (shape !== SHAPE_NAMES[0]) await dialog.getByRole('button', { name: 'Next post' }).click();
    }
    await page.context().close();
  });
});
