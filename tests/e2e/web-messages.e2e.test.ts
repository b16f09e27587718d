import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Conversation, MessagesPage, User } from '../../shared/contracts/index.ts';
import { callApiAs } from './support/call-api.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, followByName, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';

/** The page looks for news every few seconds. */
const PATIENCE = { timeout: 20_000, interval: 250 };

const url = inject('productUrl');
let browser: Browser;
let ann: Person;
let ben: Person;
let stranger: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  ann = await signUpPerson(browser, url, 'talk.ann');
  ben = await signUpPerson(browser, url, 'talk.ben');
  stranger = await signUpPerson(browser, url, 'talk.stranger');
  await followByName(ann, ben.username);
  await followByName(ben, ann.username);
});
afterAll(() => browser.close());

const messagesLink = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .filter({ visible: true })
    .getByRole('link', { name: /^Messages/ });
const field = (page: Page) => page.getByRole('textbox', { name: /^Message to/ });
const bubbles = (page: Page) => page.getByRole('list', { name: 'Messages' }).getByRole('article');
const listed = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('link');

/** The conversation of two people, as the address of its page. */
async function pathWith(person: Person, other: Person): Promise<string> {
  const call = await callApiAs(person, url);
  const { id: userId } = await call<User>('GET', `/users/by-username/${other.username}`);
  const { id } = await call<Conversation>('POST', '/conversations', { userId });
  return `/messages/${id}`;
}

it('says what to do while there are no messages', async () => {
  const { page } = ann;
  await page.goto('/messages');
  await page.getByRole('heading', { name: 'No messages yet' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Requests' }).click();
  await page.getByRole('heading', { name: 'No requests' }).waitFor();
});

it('carries words both ways while both look, with what is unread and what was seen', async () => {
  await ann.page.goto(`/@${ben.username}`);
  await ann.page
    .getByRole('button', { name: `Message ${ben.username}` })
    .filter({ visible: true })
    .click();
  await ann.page.getByText('Nothing written yet').waitFor();
  await expect.poll(() => field(ann.page).evaluate((element) => element === document.activeElement)).toBe(true);
  await ann.page.keyboard.type('Are you');
  await ann.page.keyboard.press('Shift+Enter');
  await ann.page.keyboard.type('on your way?');
  await ann.page.keyboard.press('Enter');
  await expect.poll(() => bubbles(ann.page).count()).toBe(1);
  expect(await field(ann.page).inputValue()).toBe('');
  await ann.page.getByText('Sending').waitFor({ state: 'detached' });

  await ben.page.goto('/saved');
  await expect.poll(() => messagesLink(ben.page).getAttribute('aria-label'), PATIENCE).toBe('Messages, 1 unread');
  await messagesLink(ben.page).click();
  await listed(ben.page).filter({ hasText: 'Are you' }).filter({ hasText: '1 unread message' }).click();
  const arrived = bubbles(ben.page).filter({ hasText: 'on your way?' });
  await arrived.waitFor();
  expect(await arrived.locator('p').first().textContent()).toBe('Are you\non your way?');
  await expect.poll(() => messagesLink(ben.page).getAttribute('aria-label'), PATIENCE).toBe('Messages');
  await expect.poll(() => ann.page.getByText('Seen').count(), PATIENCE).toBe(1);

  await field(ben.page).fill('Nearly there');
  await ben.page.keyboard.press('Enter');
  await bubbles(ann.page).filter({ hasText: 'Nearly there' }).waitFor({ timeout: PATIENCE.timeout });
  expect(await bubbles(ann.page).count()).toBe(2);
  expect(await problemsOf(ann.page)).toEqual([]);
});

it('keeps what was typed and what was not sent through a reload, and sends it once', async () => {
  const { page } = ann;
  await page.goto(await pathWith(ann, ben));
  await bubbles(page).first().waitFor();
  const posts = '**/api/v1/conversations/*/messages';
  await page.route(posts, (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503, body: '' }) : route.fallback(),
  );
  await field(page).fill('Bring the lens');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Not sent.').waitFor();
  await field(page).fill('half a thou');
  await page.reload();
  await page.getByText('Not sent.').waitFor();
  expect(await field(page).inputValue()).toBe('half a thou');
  expect(await problemsOf(page)).toEqual([]);
  await page.unroute(posts);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('Not sent.').waitFor({ state: 'detached' });
  await page.reload();
  await expect.poll(() => bubbles(page).filter({ hasText: 'Bring the lens' }).count()).toBe(1);
  await field(page).fill('');
});

it('shows the newest first, and older ones by scrolling up without a jump', async () => {
  const call = await callApiAs(ben, url);
  const path = await pathWith(ben, ann);
  const id = path.split('/').at(-1);
  for (let n = 1; n <= 70; n++) await call('POST', `/conversations/${id}/messages`, { text: `Frame ${n}.` });
  const { page } = ann;
  let answerOlder = () => {};
  const asked = new Promise<void>((resolve) => {
    answerOlder = resolve;
  });
  const olderPages = '**/api/v1/conversations/*/messages?cursor=*';
  await page.route(olderPages, (route) => asked.then(() => route.continue()));
  await page.goto(path);
  const last = bubbles(page).filter({ hasText: 'Frame 70.' });
  await last.waitFor();
  expect(await last.evaluate((element) => element.getBoundingClientRect().bottom < window.innerHeight)).toBe(true);

  const box = page.getByRole('region', { name: `Messages with ${ben.username}` });
  const toTop = () => box.evaluate((element) => element.scrollTo({ top: -element.scrollHeight }));
  const topOf = (words: string) =>
    bubbles(page)
      .filter({ hasText: words })
      .evaluate((element) => element.getBoundingClientRect().top);
  await toTop();
  const before = await topOf('Frame 41.');
  expect(before).toBeGreaterThan(0);
  answerOlder();
  await bubbles(page).filter({ hasText: 'Frame 11.' }).waitFor();
  expect(Math.abs((await topOf('Frame 41.')) - before)).toBeLessThan(2);
  await page.unroute(olderPages);

  const first = bubbles(page).filter({ hasText: 'Frame 1.' });
  await box.focus();
  await page.keyboard.press('Home');
  await first.waitFor();
  const texts = await bubbles(page).filter({ hasText: 'Frame' }).locator('p:first-child').allInnerTexts();
  expect(texts.filter((text) => text.startsWith('Frame'))).toEqual(
    Array.from({ length: 70 }, (_, index) => `Frame ${index + 1}.`),
  );

  await page.keyboard.press('Home');
  await call('POST', `/conversations/${id}/messages`, { text: 'Meanwhile below' });
  await page.getByRole('button', { name: 'Newest message' }).waitFor(PATIENCE);
  const isInView = (words: string) =>
    bubbles(page)
      .filter({ hasText: words })
      .evaluate((element) => element.getBoundingClientRect().bottom < window.innerHeight);
  expect(await isInView('Meanwhile below')).toBe(false);
  await page.keyboard.press('Home');
  await field(page).fill('Here I am');
  await field(page).press('Enter');
  await expect.poll(() => isInView('Here I am')).toBe(true);
  expect(await isInView('Meanwhile below')).toBe(true);
});

it('begins with a person that is picked from the list, by the keyboard', async () => {
  const { page } = ann;
  await page.goto('/messages');
  await page.getByRole('button', { name: 'New message' }).focus();
  await page.keyboard.press('Enter');
  const search = page.getByLabel('Search people');
  await search.waitFor();
  await page.getByRole('list', { name: 'People' }).getByRole('button', { name: ben.username }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('New message');
  await page.keyboard.press('Enter');
  await search.fill('nobody.is.called.so');
  await page.getByText('Nobody found').waitFor();
  await search.fill(stranger.username);
  await page.getByRole('list', { name: 'People' }).getByRole('button', { name: stranger.username }).waitFor();
  await search.press('Enter');
  await field(page).waitFor();
  expect(await field(page).getAttribute('aria-label')).toBe(`Message to ${stranger.username}`);
  await page.getByText('does not follow you, so this is a request').waitFor();
});

it('holds the words of a stranger as a request until they are accepted', async () => {
  await stranger.page.goto(await pathWith(stranger, ben));
  for (const text of ['Hello', 'We met at the pass', 'Remember?', 'One too many']) {
    await field(stranger.page).fill(text);
    await stranger.page.keyboard.press('Enter');
  }
  await stranger.page.getByText('has not answered your request yet').waitFor();
  expect(await problemsOf(stranger.page)).toEqual([]);

  const { page } = ben;
  await page.goto('/messages');
  await page.getByRole('link', { name: 'Requests 1 unread' }).click();
  await page.getByRole('list', { name: 'Requests' }).getByRole('link').filter({ hasText: 'Remember?' }).click();
  await page.getByText('wants to write to you').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('link', { name: 'Requests', exact: true }).waitFor();
  const call = await callApiAs(stranger, url);
  const path = `/conversations/${new URL(stranger.page.url()).pathname.split('/').at(-1)}/messages`;
  const seen = async () => (await call<MessagesPage>('GET', path)).messages.map((message) => message.seen);
  expect(await seen()).toEqual([false, false, false]);
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Accept' }).waitFor({ state: 'detached' });
  await page.goto('/messages');
  await listed(page).filter({ hasText: stranger.username }).waitFor();

  await stranger.page.getByRole('button', { name: 'Try again' }).click();
  await stranger.page.getByText('has not answered your request yet').waitFor({ state: 'detached' });
  expect(await bubbles(stranger.page).count()).toBe(4);
  // The last one shows before it is stored; it came when the page with the list was open.
  await expect.poll(seen).toEqual([false, true, true, true]);
});

it('is not here for others, and says so', async () => {
  const { page } = stranger;
  await page.goto(await pathWith(ann, ben));
  await page.getByRole('heading', { name: 'This conversation is not here' }).waitFor();
  expect(await problemsOf(page)).toEqual([]);
});

it('offers to try again when the list or the messages do not come', async () => {
  const { page } = ann;
  const path = await pathWith(ann, ben);
  const refused = { status: 422, json: { code: 'invalid-values', title: 'No' } };
  await page.route('**/api/v1/conversations?*', (route) => route.fulfill(refused));
  await page.route('**/api/v1/conversations/*/messages?*', (route) => route.fulfill(refused));
  await page.goto(path);
  await page.getByRole('heading', { name: 'This could not be loaded' }).waitFor();
  await page.getByRole('heading', { name: 'The messages could not be loaded' }).waitFor();
  await page.unrouteAll();
  for (const part of ['Conversations', 'Conversation']) {
    const region = page.getByRole('region', { name: part, exact: true });
    await region.getByRole('button', { name: 'Try again' }).click();
  }
  await bubbles(page).first().waitFor();
  await listed(page).first().waitFor();
  for (const person of [ann, ben, stranger]) expect(complaintsOf.get(person.page)).toEqual([]);
});
