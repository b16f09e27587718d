import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody in front of a browser of their own. */
export interface Person {
  username: string;
  password: string;
  page: Page;
  context: BrowserContext;
}

const PASSWORD = 'walks in good light';

/** What the page said on its console or threw; an empty list is what a journey expects at its end. */
export const complaintsOf = new WeakMap<Page, string[]>();

/** A page of a fresh browser profile, whose complaints are kept. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  complaintsOf.set(page, complaints);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // Refused requests are part of some journeys and are asserted there.
    const text = message.text();
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(text);
  });
  return page;
}

/** Signs up through the form and arrives at the home page. */
export async function signUpPerson(
  browser: Browser,
  url: string,
  username: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const page = await openPage(browser, url, options);
  await page.goto('/signup');
  await page.getByLabel('E-mail').fill(`${username}@test.example`);
  await page.getByLabel('Name', { exact: true }).fill(username.toUpperCase());
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('tab', { name: 'Latest' }).waitFor();
  return { username, password: PASSWORD, page, context: page.context() };
}

/** Finds somebody by name, as a person would, and follows them. */
export async function followByName(person: Person, username: string): Promise<void> {
  const { page } = person;
  await page.goto('/find');
  await page.getByLabel('Username').fill(username);
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  // The button says so before it is stored.
  const stored = page.waitForResponse((response) => response.url().endsWith('/follow'));
  await page.getByRole('button', { name: `Follow ${username}` }).click();
  await stored;
  await page.getByRole('button', { name: `Unfollow ${username}` }).waitFor();
}
