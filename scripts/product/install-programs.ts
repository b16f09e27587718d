import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { runTool } from '../terminal/run-tool.ts';
import { findChromium, findProgram } from './find-program.ts';
import { root } from './settings.ts';

/** Installs what the browser tests need and this machine lacks: Chromium and ffmpeg. */
export async function installPrograms(): Promise<void> {
  const missing = [findChromium() ? '' : 'chromium', findProgram('ffmpeg') ? '' : 'ffmpeg'].filter(Boolean);
  if (missing.length > 0 && findProgram('apt-get') && process.getuid?.() === 0) {
    console.log(`Installing ${missing.join(' and ')}…`);
    process.env.DEBIAN_FRONTEND = 'noninteractive';
    await runTool('apt-get', ['update', '-qq']);
    const { ok, output } = await runTool('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing]);
    if (!ok) console.log(output.slice(-2_000));
  }
  if (!findChromium() && !existsSync(chromium.executablePath())) {
    console.log('Installing Chromium through Playwright…');
    await runTool(join(root, 'node_modules/.bin/playwright-core'), ['install', 'chromium'], true);
  }
  if (!findProgram('ffmpeg'))
    console.log('ffmpeg is missing: the tests that make videos will fail. Please install it.');
}
