import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { FilePayload } from './a-phone-photo.ts';

/** Shares photos through the compose page and waits for home. */
export async function sharePhotos(page: Page, files: FilePayload[], caption: string): Promise<void> {
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(files);
  await page.getByLabel('Caption').fill(caption);
  await pressShare(page, caption);
}

/** Shares what the compose page holds and answers the post, once it is shown and the browser's draft is cleared. */
export async function pressShare(page: Page, caption: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const post = page.getByRole('article').filter({ hasText: caption });
  // The toast comes last, when the draft that this browser keeps is cleared: the next page may ask for it.
  await Promise.all([post.first().waitFor(), page.getByText('Shared.', { exact: true }).waitFor()]);
  return post;
}

const LOOK_EVERY_MS = 250;

/** Reloads until the page shows what it should: deliveries take a moment, and nobody promised which. */
export async function reloadUntil(page: Page, isThere: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    await page.reload();
    await page.getByRole('article').or(page.getByText('Nothing here yet')).first().waitFor();
    if (await isThere()) return;
    if (Date.now() > until) throw new Error(`${page.url()} did not come to show it within ${timeoutMs} ms`);
    await setTimeout(LOOK_EVERY_MS);
  }
}
