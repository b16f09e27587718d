import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, followByName, type Person, signUpPerson } from './support/person.ts';
import { reloadUntil, sharePhotos } from './support/share-photos.ts';

const CAPTION = 'Worth passing on.';

const url = inject('productUrl');
let browser: Browser;
let author: Person;
let middle: Person;
let far: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await signUpPerson(browser, url, 'pass.author');
  middle = await signUpPerson(browser, url, 'pass.middle');
  far = await signUpPerson(browser, url, 'pass.far');
  await followByName(middle, author.username);
  await followByName(far, middle.username);
});
afterAll(() => browser.close());

it('reaches the followers of whoever passes it on, and leaves them when that is taken back', async () => {
  await sharePhotos(author.page, [await aPlainPhoto('dusk.jpg', '#884422')], CAPTION);
  const post = middle.page.getByRole('article').filter({ hasText: CAPTION });
  await middle.page.goto('/?feed=latest');
  await reloadUntil(middle.page, async () => (await post.count()) > 0);
  await post.getByRole('button', { name: 'Pass on to your followers' }).click();
  await post.getByRole('button', { name: 'No longer pass on' }).waitFor();

  await far.page.goto('/?feed=latest');
  const arrived = far.page.getByRole('article').filter({ hasText: CAPTION });
  await reloadUntil(far.page, async () => (await arrived.count()) > 0);
  await arrived.getByText(`${middle.username} passed this on`).waitFor();

  await post.getByRole('button', { name: 'No longer pass on' }).click();
  await reloadUntil(far.page, async () => (await arrived.count()) === 0);
  for (const { page } of [author, middle, far]) expect(complaintsOf.get(page)).toEqual([]);
});

it('saves a post for oneself alone', async () => {
  const { page } = middle;
  await page.getByRole('article').filter({ hasText: CAPTION }).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Add to a collection' }).waitFor();
  await page.goto('/saved');
  await page.getByRole('link', { name: `Photo by ${author.username}` }).waitFor();
  await far.page.goto('/saved');
  await far.page.getByText('Nothing saved yet').waitFor();
});

it('shows what the server has when presses that followed each other all fail', async () => {
  const { page } = far;
  const post = page.getByRole('article').filter({ hasText: CAPTION });
  await page.goto(`/@${author.username}`);
  await page.getByRole('link', { name: `Photo by ${author.username}` }).click();
  await post.waitFor();
  await page.route('**/api/v1/posts/*/{like,share,save}', (route) => route.abort());
  const marks = [
    { press: 'Like', undo: 'Unlike', word: 'Your like was not taken back.' },
    { press: 'Pass on to your followers', undo: 'No longer pass on', word: 'The post is still passed on.' },
    { press: 'Save', undo: 'Remove from saved', word: 'The post is still saved.' },
  ];
  for (const { press, undo, word } of marks) {
    const button = post.getByRole('button', { name: new RegExp(`^(${press}|${undo})$`) });
    await button.evaluate((element) => {
      (element as HTMLElement).click();
      setTimeout(() => (element as HTMLElement).click());
    });
    await page.getByText(word).waitFor();
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('false');
  }
});
