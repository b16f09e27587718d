import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
/** Toasts come and go by themselves: one that fades while axe looks has too little contrast. */
const TOASTS = '[data-sonner-toaster]';

/** What axe finds in all but toasts, a line each, when all has arrived and faded in, so that colours are final. */
export async function problemsOf(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  return analyse(page, (axe) => axe.exclude(TOASTS));
}

/** The same for the toasts that are there. Alt+T, by which a person gets to them, also makes them stay. */
export async function problemsOfToasts(page: Page): Promise<string[]> {
  await page.keyboard.press('Alt+KeyT');
  await page.locator(TOASTS).getByRole('listitem').first().waitFor();
  return analyse(page, (axe) => axe.include(TOASTS));
}

async function analyse(page: Page, within: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => {
      const endless = effect?.getTiming().iterations === Number.POSITIVE_INFINITY;
      return playState !== 'running' || endless;
    }),
  );
  // Pages have no frames of others, so axe may do all of it in the page, without a tab of its own each time.
  const { violations } = await within(new AxeBuilder({ page })).withTags(STANDARDS).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
  );
}
