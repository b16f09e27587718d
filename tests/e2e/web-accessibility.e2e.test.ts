import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { aPhonePhoto, aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { openPage, type Person, signUpPerson } from './support/person.ts';
import { problemsOf, problemsOfToasts } from './support/problems-of.ts';
import { sharePhotos } from './support/share-photos.ts';

const url = inject('productUrl');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['dark', 'light'] as const)('in the %s theme', (colorScheme) => {
  let person: Person;

  beforeAll(async () => {
    person = await signUpPerson(browser, url, `axe.${colorScheme}`, { colorScheme });
    const photos = [await aPhonePhoto(), await aPlainPhoto('b.jpg', '#446688')];
    await sharePhotos(person.page, photos, 'Two fields #one with words.');
  });
  afterAll(() => person.context.close());

  it.each([
    ['/welcome', 'A quiet room'],
    ['/login', 'Welcome back'],
    ['/signup', 'Create an account'],
  ])('a visitor can use %s', async (path, sign) => {
    const page = await openPage(browser, url, { colorScheme });
    await page.goto(path);
    await page.getByRole('heading', { name: sign }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['/', 'Two fields'],
    ['/find', 'Find people'],
    ['/compose', 'Caption'],
    ['/messages', 'No messages yet'],
    ['/messages?folder=requests', 'No requests'],
    ['/saved', 'Nothing saved yet'],
    ['/drafts', 'No drafts'],
    ['/archive', 'Nothing archived'],
    ['/settings', 'Private account'],
    ['/settings/profile', 'About you'],
    ['/requests', 'No requests'],
    ['/nowhere/at/all', 'There is no page here'],
  ])('somebody logged in can use %s', async (path, sign) => {
    const { page } = person;
    await page.goto(path);
    await page.getByText(sign).filter({ visible: true }).first().waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });

  it('the profile, its lists, the post over the grid and the post’s page', async () => {
    const { page } = person;
    await page.goto(`/@${person.username}`);
    const tile = page.getByRole('link', { name: /^Photo by/ });
    await tile.waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await tile.click();
    await page.getByLabel('Add a comment').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.reload();
    await page.getByLabel('Add a comment').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.goto(`/@${person.username}/followers`);
    await page.getByText('No followers yet').waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });

  it('a conversation, sharing a post to somebody, and deleting one’s account', async () => {
    const { page } = person;
    const other = await signUpPerson(browser, url, `axe.other.${colorScheme}`, { colorScheme });
    await page.goto(`/@${other.username}`);
    await page
      .getByRole('button', { name: `Message ${other.username}` })
      .filter({ visible: true })
      .click();
    await page.getByLabel(`Message to ${other.username}`).fill('Hello, see https://example.org/light');
    await page.keyboard.press('Enter');
    const own = page.getByRole('article', { name: 'You' });
    await own.waitFor();
    await own.getByText('Sending').waitFor({ state: 'detached' });
    expect(await problemsOf(page)).toEqual([]);
    await page.goto('/');
    await page.getByRole('article').first().getByRole('button', { name: 'Share', exact: true }).click();
    await page.getByRole('list', { name: 'People' }).getByRole('button', { name: other.username }).click();
    await page.getByLabel('Note').fill('Look');
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: `Send to ${other.username}` }).click();
    await page.getByText(`Sent to ${other.username}.`).waitFor();
    expect(await problemsOfToasts(page)).toEqual([]);
    await other.page.goto('/messages?folder=requests');
    await other.page.getByRole('list', { name: 'Requests' }).getByRole('link').click();
    await other.page.getByRole('link', { name: /^Photo by/ }).waitFor();
    await other.page.getByRole('button', { name: 'Accept' }).waitFor();
    expect(await problemsOf(other.page)).toEqual([]);
    await other.page.goto('/settings');
    await other.page.getByRole('button', { name: 'Delete account' }).click();
    await other.page.getByText('This cannot be taken back.').waitFor();
    expect(await problemsOf(other.page)).toEqual([]);
    await other.context.close();
  });

  it('is led by the keyboard alone: like, menu, zoom and back', async () => {
    const { page } = person;
    await page.goto('/');
    const post = page.getByRole('article').first();
    await post.waitFor();
    await page.keyboard.press('j');
    await expect.poll(() => post.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('l');
    await post.getByRole('button', { name: 'Unlike' }).waitFor();
    await post
      .getByRole('button', { name: /^Enlarge photo/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Zoom in' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Zoom in' }).waitFor({ state: 'detached' });
    await post.getByRole('button', { name: 'More', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Copy link' }).waitFor({ state: 'detached' });
  });
});
