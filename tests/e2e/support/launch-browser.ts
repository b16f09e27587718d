import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/product/find-program.ts';

/** Keeps Chromium on this machine's loopback, and lets it run as root in a container. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium: the system's, or the one that Playwright installed. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({ args: FLAGS, ...(executablePath && { executablePath }) });
}
