import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage, type Person, signUpPerson } from './support/person.ts';
import { plainApi } from './support/plain-api.ts';

const DESKTOP = { width: 1_280, height: 800 };

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  const api = plainApi(url);
  const popular = await api.register('visit.popular');
  await api.publish(popular);
  const fan = await api.register('visit.fan');
  await api.call(fan.token, 'POST', `/users/${popular.id}/follow`);
  person = await signUpPerson(browser, url, 'visit.person', { viewport: DESKTOP });
});
afterAll(() => browser.close());

it('suggests people once, on any screen', async () => {
  const { page } = person;
  const suggestions = page.getByRole('region', { name: /^People (to|you could) follow$/ }).filter({ visible: true });
  for (const width of [DESKTOP.width, 800, 390]) {
    await page.setViewportSize({ width, height: DESKTOP.height });
    await page.goto('/');
    await page.getByText('Nothing here yet').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await suggestions.count()).toBe(1);
  }
  await page.setViewportSize(DESKTOP);
});

it('keeps the way on around a page that is not there, and visitors theirs', async () => {
  const { page } = person;
  await page.goto('/no/such/page');
  await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Messages' }).click();
  await page.getByText('No messages yet').waitFor();
  const visitor = await openPage(browser, url);
  await visitor.goto('/no/such/page');
  await visitor.getByRole('heading', { name: 'There is no page here' }).waitFor();
  await visitor.getByRole('link', { name: 'Sign up' }).waitFor();
  await visitor.context().close();
});

it('opens addresses with a slash at their end, and shows them without it', async () => {
  const { page } = person;
  await page.goto(`/@${person.username}/?from=friend`);
  await page.getByRole('heading', { name: person.username }).first().waitFor();
  expect(new URL(page.url()).pathname).toBe(`/@${person.username}`);
  await page.goto('/p/0000000000000/?from=friend');
  await page.getByText('This post is not here').waitFor();
  expect(new URL(page.url()).pathname).toBe('/p/0000000000000');
});

it('has the knob of a switch in its middle', async () => {
  const { page } = person;
  await page.goto('/settings');
  const knob = page.getByRole('switch').first();
  await knob.waitFor();
  const gaps = await knob.evaluate((element) => {
    const [outer, inner] = [element.getBoundingClientRect(), element.firstElementChild?.getBoundingClientRect()];
    return inner && { above: inner.top - outer.top, below: outer.bottom - inner.bottom };
  });
  expect(gaps?.above).toBe(gaps?.below);
  expect(complaintsOf.get(page)).toEqual([]);
});
