import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/launch-browser.ts';
import { type Product, startProduct } from './support/start-product.ts';

describe('one port', () => {
  const url = inject('productUrl');
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('says that every part is ready', async () => {
    const answer = await fetch(`${url}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ready' });
  });

  it('serves the app to a browser, without an error on its console', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(url);
    await page
      .getByRole('link', { name: /log in/i })
      .first()
      .waitFor();
    expect(await page.title()).toContain('Rimlight');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('answers an unknown API path as problem details and any other path with the app', async () => {
    const absent = await fetch(`${url}/api/v1/nowhere`);
    expect(absent.status).toBe(404);
    expect(absent.headers.get('content-type')).toContain('application/problem+json');
    const deep = await fetch(`${url}/some/page`, { headers: { 'Sec-Fetch-Mode': 'navigate' } });
    expect(deep.headers.get('content-type')).toContain('text/html');
  });
});

describe('a crash', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  it('keeps what was committed, and cron runs after it', async () => {
    const send = (path: string, body: unknown) =>
      fetch(`${product.url}/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    const password = 'survives-a-crash';
    const signedUp = await send('/users/register', { username: 'survivor', email: 'survivor@test.example', password });
    expect(signedUp.status).toBe(201);
    await product.kill9();
    await expect(fetch(product.url)).rejects.toThrow();
    await product.restart();
    const loggedIn = await send('/users/login', { login: 'survivor', password });
    expect(loggedIn.status).toBe(200);
    await product.runCron();
  });
});
