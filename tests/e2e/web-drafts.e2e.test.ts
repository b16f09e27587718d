import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { CreatedMedia, Draft, DraftsPage } from '../../shared/contracts/index.ts';
import { aPlainPhoto } from './support/a-phone-photo.ts';
import { type CallApi, callApiAs } from './support/call-api.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, type Person, signUpPerson } from './support/person.ts';
import { problemsOf } from './support/problems-of.ts';
import { pressShare } from './support/share-photos.ts';

const url = inject('productUrl');
let browser: Browser;
let person: Person;
let call: CallApi;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'draft.person', { timezoneId: 'Asia/Kolkata' });
  call = await callApiAs(person, url);
});
afterAll(() => browser.close());

const rowWith = (text: string) => person.page.getByRole('listitem').filter({ hasText: text });
const menuOf = async (text: string, item: string) => {
  await rowWith(text).getByRole('button', { name: 'More about this draft' }).click();
  await person.page.getByRole('menuitem', { name: item }).click();
};

it('keeps a draft, goes on with it, and shares it with its changes', async () => {
  const { page } = person;
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPlainPhoto('kept.jpg', '#335577'));
  await page.getByLabel('Description of the photo').fill('A blue field.');
  await page.getByLabel('Caption').fill('Not yet done.');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await rowWith('Not yet done.').waitFor();
  expect(await problemsOf(page)).toEqual([]);

  // Nothing of it is left in this browser: another device could go on.
  await page.evaluate(() => indexedDB.deleteDatabase('rimlight-drafts'));
  await page.reload();
  await rowWith('Not yet done.').getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('heading', { name: 'Draft' }).waitFor();
  expect(await page.getByLabel('Description of the photo').inputValue()).toBe('A blue field.');
  await page.getByLabel('Caption').fill('Done now.');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPlainPhoto('second.jpg', '#775533'));
  expect(await problemsOf(page)).toEqual([]);
  const post = await pressShare(page, 'Done now.');
  await post.getByText('1/2').waitFor();
  expect((await call<DraftsPage>('GET', '/drafts')).drafts).toEqual([]);
});

it('schedules in the time of this device, changes the time, and calls it off', async () => {
  const { page } = person;
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPlainPhoto('later.jpg', '#557733'));
  await page.getByLabel('Caption').fill('For later.');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await page
    .getByText('Time of Asia/Calcutta, GMT+5:30.')
    .or(page.getByText('Time of Asia/Kolkata, GMT+5:30.'))
    .waitFor();
  const field = page.getByLabel('Share at');
  await field.fill('2020-01-01T10:00');
  const submit = page.getByRole('button', { name: 'Schedule', exact: true });
  await submit.click();
  await page.getByText('Choose a time to come.').waitFor();
  const nextYear = new Date().getFullYear() + 1;
  await field.fill(`${nextYear}-01-02T10:00`);
  await submit.click();
  await rowWith('For later.').getByText(`To be shared on 2 January ${nextYear} at 10:00 GMT+5:30.`).waitFor();
  const scheduled = async () => (await call<DraftsPage>('GET', '/drafts')).drafts[0];
  expect(await scheduled()).toMatchObject({ status: 'scheduled', publishAt: `${nextYear}-01-02T04:30:00.000Z` });
  expect(await problemsOf(page)).toEqual([]);

  await menuOf('For later.', 'Change the time');
  await page.getByRole('dialog').getByLabel('Share at').fill(`${nextYear}-01-03T11:00`);
  expect(await problemsOf(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await rowWith('For later.').getByText('3 January').waitFor();
  await menuOf('For later.', 'Call it off');
  await rowWith('For later.').getByText('Begun on').waitFor();
  expect(await scheduled()).toMatchObject({ status: 'draft', publishAt: null });
});

it('shares a draft from the list, and deletes one', async () => {
  const { page } = person;
  await call<Draft>('POST', '/drafts', { caption: 'To be thrown away.' });
  await page.goto('/drafts');
  await menuOf('To be thrown away.', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await rowWith('To be thrown away.').waitFor({ state: 'detached' });
  await menuOf('For later.', 'Share now');
  await page.getByText('No drafts').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await page.goto('/');
  await page.getByRole('article').filter({ hasText: 'For later.' }).waitFor();
});

it('shows a post that waits for its media, why one failed, and the way out', async () => {
  const { page } = person;
  const file = Buffer.from('this is no picture at all');
  const { mediaId, upload } = await call<CreatedMedia>('POST', '/media', {
    kind: 'photo',
    contentType: 'image/jpeg',
    size: file.length,
  });
  await call<Draft>('POST', '/posts', { caption: 'Waits for a photo.', mediaIds: [mediaId] });
  await page.goto('/drafts');
  await rowWith('Waits for a photo.').getByText('Waiting for its media.').waitFor();
  expect(await problemsOf(page)).toEqual([]);

  await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: file });
  await call('POST', `/media/${mediaId}/complete`);
  await rowWith('Waits for a photo.').getByText('A photo failed.').waitFor();
  expect(await problemsOf(page)).toEqual([]);
  await rowWith('Waits for a photo.').getByRole('button', { name: 'Fix' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Remove photo' }).click();
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPlainPhoto('whole.jpg', '#224466'));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('article').filter({ hasText: 'Waits for a photo.' }).waitFor();
  expect(complaintsOf.get(page)).toEqual([]);
});
