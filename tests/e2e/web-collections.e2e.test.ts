import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, followByName, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';
import { reloadUntil, sharePhotos } from './support/share-photos.ts';

const url = inject('productUrl');
let browser: Browser;
let author: Person;
let keeper: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await signUpPerson(browser, url, 'collect.author');
  keeper = await signUpPerson(browser, url, 'collect.keeper');
  await sharePhotos(author.page, [await aPlainPhoto('one.jpg', '#335577')], 'The first shore.');
  await sharePhotos(author.page, [await aPlainPhoto('two.jpg', '#775533')], 'The second shore.');
  await followByName(keeper, author.username);
  await keeper.page.goto('/');
  await reloadUntil(keeper.page, () => postWith('The second shore.').isVisible());
});
afterAll(() => browser.close());

const postWith = (text: string) => keeper.page.getByRole('article').filter({ hasText: text });

it('puts a saved post into a new collection, chosen where it was saved', async () => {
  const { page } = keeper;
  await postWith('The first shore.').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Add to a collection' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to a collection' });
  await dialog.getByText('Name your first collection.').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByLabel('New collection').fill('Shores');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.getByRole('button', { name: 'Shores', pressed: true }).waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: 'Shores' }).textContent()).toContain('1 post');
  // The keys of the feed stay away from what is typed here.
  await dialog.getByLabel('New collection').pressSequentially('Lilies');
  expect(await dialog.getByLabel('New collection').inputValue()).toBe('Lilies');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await postWith('The first shore.').getByRole('button', { name: 'Like', exact: true }).waitFor();
});

it('takes a post that is not saved yet, from its menu, and lets it go again', async () => {
  const { page } = keeper;
  const post = postWith('The second shore.');
  await post.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Add to a collection' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to a collection' });
  await dialog.getByRole('button', { name: 'Shores', pressed: false }).click();
  await dialog.getByRole('button', { name: 'Shores', pressed: true }).waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: 'Shores' }).textContent()).toContain('2 posts');
  await dialog.getByRole('button', { name: 'Shores' }).click();
  await expect.poll(() => dialog.getByRole('button', { name: 'Shores' }).textContent()).toContain('1 post');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await post.getByRole('button', { name: 'Remove from saved' }).waitFor();
});

it('tells what a post leaves with its save, and brings it back', async () => {
  const { page } = keeper;
  const post = postWith('The first shore.');
  await post.getByRole('button', { name: 'Remove from saved' }).click();
  await page.getByText('No longer saved, and taken out of Shores.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await post.getByRole('button', { name: 'Remove from saved' }).waitFor();
  await post.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Add to a collection' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to a collection' });
  await dialog.getByRole('button', { name: 'Shores', pressed: true }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
});

it('shows collections among what is saved, and fills one from it', async () => {
  const { page } = keeper;
  await page.goto('/saved');
  await page
    .getByRole('link', { name: /^Photo by/ })
    .nth(1)
    .waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('region', { name: 'Collections' }).getByRole('link', { name: 'Shores' }).click();
  await page.getByRole('heading', { name: 'Shores' }).waitFor();
  await page.getByRole('link', { name: /The first shore/ }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'More about this collection' }).click();
  await page.getByRole('menuitem', { name: 'Add posts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add saved posts' });
  await dialog.getByRole('button', { name: /The second shore/ }).click();
  expect(await dialog.getByRole('button', { name: /The first shore/ }).count()).toBe(0);
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add 1 post' }).click();
  await page.getByRole('link', { name: /The second shore/ }).waitFor();
  await page.getByText('2 posts.').waitFor();
});

it('takes posts out, renames and deletes it, and keeps its posts saved', async () => {
  const { page } = keeper;
  await page.getByRole('button', { name: 'More about this collection' }).click();
  await page.getByRole('menuitem', { name: 'Take posts out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take posts out' });
  await dialog.getByRole('button', { name: /The first shore/ }).click();
  await dialog.getByRole('button', { name: 'Take out 1 post' }).click();
  await page.getByRole('link', { name: /The first shore/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'More about this collection' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Coasts');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Coasts' }).waitFor();
  await page.getByRole('button', { name: 'More about this collection' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('heading', { name: 'Saved', exact: true }).waitFor();
  await page.getByRole('link', { name: /The first shore/ }).waitFor();
  expect(await page.getByRole('link', { name: 'Coasts' }).count()).toBe(0);
});

it('says so when a collection is not there, or not one’s own', async () => {
  const { page } = author;
  await page.goto('/saved/0000000000000');
  await page.getByText('There is no such collection').waitFor();
  expect(complaintsOf.get(keeper.page)).toEqual([]);
});
