import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, followByName, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';
import { sharePhotos } from './support/share-photos.ts';

const CAPTION = 'A pier at dusk.';
const PATIENCE = { timeout: 20_000 };

const url = inject('productUrl');
let browser: Browser;
let author: Person;
let sender: Person;
let friend: Person;
let other: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  author = await signUpPerson(browser, url, 'send.author');
  sender = await signUpPerson(browser, url, 'send.sender');
  friend = await signUpPerson(browser, url, 'send.friend');
  other = await signUpPerson(browser, url, 'send.other');
  for (const person of [friend, other]) await followByName(person, sender.username);
  await followByName(sender, author.username);
  await followByName(sender, friend.username);
  await sharePhotos(author.page, [await aPlainPhoto('pier.jpg', '#995533')], CAPTION);
});
afterAll(() => browser.close());

async function openShare({ page }: Person): Promise<void> {
  await page.goto(`/@${author.username}`);
  await page.getByRole('link', { name: /^Photo by/ }).click();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('dialog', { name: 'Share' }).waitFor();
}

it('sends a post with a note to several people, who open it from their messages', async () => {
  const { page } = sender;
  await openShare(sender);
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('dialog', { name: 'Post' }).waitFor();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const people = dialog.getByRole('list', { name: 'People' });
  expect(await dialog.getByRole('button', { name: 'Choose people to send it to' }).isDisabled()).toBe(true);
  await people.getByRole('button', { name: friend.username }).click();
  await dialog.getByLabel('Search people').fill(other.username);
  await people.getByRole('button', { name: other.username }).click();
  await dialog.getByLabel('Search people').fill('');
  await dialog.getByRole('button', { name: `Take ${other.username} out` }).waitFor();
  await dialog.getByLabel('Note').fill('Look at the water');
  expect(await problemsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: `Send to ${friend.username} and ${other.username}` }).click();
  await page.getByText(`Sent to ${friend.username} and ${other.username}.`).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Share');

  for (const person of [friend, other]) {
    // Both follow the sender, so neither has a request.
    await person.page.goto('/messages');
    await person.page
      .getByRole('list', { name: 'Conversations' })
      .getByRole('link')
      .filter({ hasText: 'Look at the water' })
      .click();
    const card = person.page.getByRole('link', { name: new RegExp(`^Photo by ${author.username}: ${CAPTION}`) });
    await card.waitFor();
    expect(await problemsOf(person.page)).toEqual([]);
  }
  await friend.page.getByRole('link', { name: /^Photo by/ }).focus();
  await friend.page.keyboard.press('Enter');
  await friend.page.getByText(CAPTION).filter({ visible: true }).first().waitFor();
  expect(new URL(friend.page.url()).pathname).toMatch(/^\/p\//);
  await friend.page.goBack();
  await friend.page.getByText('Look at the water').first().waitFor();
});

it('says who cannot be written to, keeps the choice, and sends to the rest', async () => {
  const { page } = sender;
  await openShare(sender);
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('list', { name: 'People' }).getByRole('button', { name: friend.username }).click();
  await dialog.getByRole('list', { name: 'People' }).getByRole('button', { name: other.username }).click();
  await other.page.goto(`/@${sender.username}`);
  await other.page.getByRole('button', { name: `More about ${sender.username}` }).click();
  await other.page.getByRole('menuitem', { name: 'Block' }).click();
  await other.page.getByRole('button', { name: 'Block', exact: true }).click();
  await other.page.getByText('Blocked.').waitFor();
  await dialog.getByLabel('Note').fill('Once more');
  await dialog.getByRole('button', { name: /^Send to/ }).click();
  await dialog.getByText(`You cannot write to ${other.username}`).waitFor();
  expect(await dialog.getByLabel('Note').inputValue()).toBe('Once more');
  await dialog.getByRole('button', { name: `Take ${other.username} out` }).click();
  await dialog.getByRole('button', { name: `Send to ${friend.username}` }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText('Once more').first().waitFor();
});

it('asks before a note is dropped, and begins without the one that was sent', async () => {
  const { page } = sender;
  await openShare(sender);
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  const choose = () =>
    dialog.getByRole('list', { name: 'People' }).getByRole('button', { name: friend.username }).click();
  await choose();
  expect(await dialog.getByLabel('Note').inputValue()).toBe('');
  await dialog.getByLabel('Note').fill('Not sent');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  expect(await dialog.getByLabel('Note').inputValue()).toBe('Not sent');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Discard' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await choose();
  expect(await dialog.getByLabel('Note').inputValue()).toBe('');
});

it('is not available in the conversation any more once it is deleted', async () => {
  const { page } = author;
  await page.goto(`/@${author.username}`);
  await page.getByRole('link', { name: /^Photo by/ }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Post deleted.').waitFor();
  await friend.page.goto('/messages');
  await friend.page.getByRole('list', { name: 'Conversations' }).getByRole('link').first().click();
  await friend.page.getByText('This post is not available').first().waitFor(PATIENCE);
  expect(await problemsOf(friend.page)).toEqual([]);
  for (const person of [author, sender, friend, other]) expect(complaintsOf.get(person.page)).toEqual([]);
});
