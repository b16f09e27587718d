import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { aPhonePhoto, aPlainPhoto } from './support/a-phone-photo.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { complaintsOf, openPage, type Person, signUpPerson } from './support/person.ts';
import { pixelOf } from './support/pixel-of.ts';
import { sharePhotos } from './support/share-photos.ts';

const CAPTION = 'A field at noon. #ownpostfield';

const url = inject('productUrl');
let browser: Browser;
let person: Person;

beforeAll(async () => {
  browser = await launchBrowser();
  person = await signUpPerson(browser, url, 'own.posts');
});
afterAll(() => browser.close());

const postWith = (text: string) => person.page.getByRole('article').filter({ hasText: text });

it('leads from a hashtag to its posts', async () => {
  const { page } = person;
  await sharePhotos(page, [await aPlainPhoto('noon.jpg', '#88aa44')], CAPTION);
  await postWith(CAPTION).getByRole('link', { name: '#ownpostfield' }).click();
  await page.getByRole('heading', { name: '#ownpostfield' }).waitFor();
  await page.getByRole('link', { name: `Photo by ${person.username}` }).waitFor();
});

it('keeps what an edit replaced', async () => {
  const { page } = person;
  await page.goto('/');
  await postWith(CAPTION).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit post' });
  await dialog.getByLabel('Caption').fill('A field at dusk.');
  await dialog.getByRole('button', { name: 'Add a place' }).click();
  await dialog.getByRole('textbox', { name: 'Place', exact: true }).fill('Old harbour');
  await dialog.getByLabel('Where it is').fill('52.520, 13.405');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const edited = postWith('A field at dusk.');
  const place = edited.getByRole('link', { name: 'Old harbour on a map' });
  expect(await place.getAttribute('href')).toContain('#map=16/52.52/13.405');
  await edited.getByRole('link', { name: 'Comments' }).click();
  await page.getByRole('button', { name: 'edited' }).click();
  const versions = page.getByRole('dialog', { name: 'Earlier versions' });
  await versions.getByText('A field at noon.').waitFor();
  await versions.getByText('Description: none').waitFor();

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await dialog.getByLabel('Description of the photo').fill('Grass.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'edited' }).click();
  await versions.getByText('A field at dusk.').waitFor();
});

it('asks before an edit with changes is dropped, and drops one without them at once', async () => {
  const { page } = person;
  await page.goto('/');
  const edit = async () => {
    await postWith('A field at dusk.').getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
  };
  const dialog = page.getByRole('dialog', { name: 'Edit post' });
  const question = page.getByRole('alertdialog', { name: 'Discard changes?' });
  await edit();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await edit();
  await dialog.getByLabel('Caption').fill('A field at dawn.');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Keep editing' }).click();
  await question.waitFor({ state: 'detached' });
  expect(await dialog.getByLabel('Caption').inputValue()).toBe('A field at dawn.');
  await page.mouse.click(5, 5);
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await dialog.waitFor({ state: 'detached' });
  await postWith('A field at dusk.').waitFor();
});

it('archives a post out of everybody’s sight and brings it back', async () => {
  const { page } = person;
  const visitor = await openPage(browser, url);
  await page.goto('/');
  await postWith('A field at dusk.').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await postWith('A field at dusk.').waitFor({ state: 'detached' });
  await visitor.goto(`/@${person.username}`);
  await visitor.getByText('has not shared a photo yet').waitFor();

  await page.goto('/archive');
  await page.getByRole('button', { name: 'Restore' }).waitFor();
  await page.getByRole('link', { name: 'A field at dusk.' }).click();
  await page.getByText('Archived: only you see this').waitFor();
  const opened = postWith('A field at dusk.');
  expect(await opened.getByRole('button', { name: 'Like', exact: true }).count()).toBe(0);
  expect(await page.getByLabel('Add a comment').count()).toBe(0);
  await page.reload();
  await page.getByText('Archived: only you see this').waitFor();
  await visitor.goto(new URL(page.url()).pathname);
  await visitor.getByText('This post is not here').waitFor();
  await page.getByRole('button', { name: 'Restore' }).click();
  await opened.getByRole('button', { name: 'Like', exact: true }).waitFor();
  await page.getByText('Archived: only you see this').waitFor({ state: 'detached' });
  await page.goto('/archive');
  await page.getByText('Nothing archived').waitFor();
  await page.goto(`/@${person.username}`);
  await page.getByRole('link', { name: /^Photo by/ }).waitFor();
  await visitor.context().close();
});

it('publishes an edited photo as it was previewed', async () => {
  const { page } = person;
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPhonePhoto());
  await page.getByRole('button', { name: 'Edit photo' }).click();
  await page.getByRole('button', { name: 'noir' }).click();
  await page.getByRole('tab', { name: 'Crop' }).click();
  await page.getByRole('button', { name: 'Turn' }).click();
  await page.getByRole('tab', { name: 'Filter' }).click();
  const canvas = page.getByRole('img', { name: 'The photo with its edits' });
  const seen = () =>
    canvas.evaluate((element) => {
      const picture = element as HTMLCanvasElement;
      const at = picture.getContext('2d')?.getImageData(picture.width * 0.75, picture.height * 0.5, 1, 1).data;
      return { grey: at?.[0] ?? 0, isWide: picture.width > picture.height };
    });
  await expect.poll(async () => (await seen()).isWide).toBe(true);
  const preview = await seen();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByLabel('Description of the photo').fill('Two greys.');
  await page.getByLabel('Caption').fill('Noir, lying down.');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const image = postWith('Noir, lying down.').getByRole('img', { name: 'Two greys.' });
  await image.waitFor();
  const { colour, isUpright } = await pixelOf(image, 0.75, 0.5);
  expect(isUpright).toBe(false);
  expect(Math.abs(colour.r - preview.grey)).toBeLessThan(10);
  expect(Math.abs(colour.r - colour.b)).toBeLessThan(6);
  expect(complaintsOf.get(page)).toEqual([]);
});

it('tags somebody who may take the tag off', async () => {
  const { page } = person;
  const friend = await signUpPerson(browser, url, 'own.friend');
  await page.goto('/compose');
  await page.getByLabel('Photos and videos', { exact: true }).setInputFiles(await aPlainPhoto('two.jpg', '#664488'));
  await page.getByRole('button', { name: 'Tag people' }).click();
  await page.getByLabel('Who is on the photo').fill('nobody.at.all');
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByText('Nobody here is called nobody.at.all.').waitFor();
  const [field, button] = [
    page.getByLabel('Who is on the photo'),
    page.getByRole('button', { name: 'Tag', exact: true }),
  ];
  expect((await button.boundingBox())?.y).toBeCloseTo((await field.boundingBox())?.y ?? 0, 0);
  await page.getByLabel('Who is on the photo').fill(friend.username);
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('button', { name: `Remove the tag of ${friend.username}` }).waitFor();
  await page.getByLabel('Caption').fill('The two of us.');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await postWith('The two of us.').getByRole('link', { name: 'Comments' }).click();
  await page.getByLabel('Add a comment').waitFor();

  await friend.page.goto(new URL(page.url()).pathname);
  await friend.page.getByRole('button', { name: 'Show people' }).click();
  await friend.page.getByRole('article').getByRole('link', { name: friend.username, exact: true }).waitFor();
  await friend.page.getByRole('button', { name: 'More', exact: true }).click();
  await friend.page.getByRole('menuitem', { name: 'Take my tag off' }).click();
  await friend.page.getByRole('button', { name: 'Hide people' }).waitFor({ state: 'detached' });
  await friend.page.reload();
  await friend.page.getByLabel('Add a comment').waitFor();
  expect(await friend.page.getByRole('button', { name: 'Show people' }).count()).toBe(0);
  expect(complaintsOf.get(friend.page)).toEqual([]);
});
