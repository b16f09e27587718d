import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWebIfStale } from './product/build-web.ts';
import { installPrograms } from './product/install-programs.ts';
import { root } from './product/settings.ts';
import { endToolsWithUs, runTool } from './terminal/run-tool.ts';
import { verify } from './verify.ts';

interface Tally {
  passed: number;
  failed: number;
}

/** What vitest's JSON report says at its top. */
interface Report {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
}

/** Everything outside the browser side by side first, then the product as a whole. */
const RUNS = [['--project=!e2e'], ['--project=e2e']];

/** Runs vitest once. A file that could not even be loaded, or a crash, counts as one failure. */
async function runVitest(args: readonly string[], report: string): Promise<Tally> {
  const { ok } = await runTool(
    join(root, 'node_modules/.bin/vitest'),
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    true,
  );
  let tally: Tally = { passed: 0, failed: 0 };
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    tally = { passed: numPassedTests, failed: numFailedTests };
  } catch {
    console.log(`vitest ${args.join(' ')} left no report.`);
  }
  if (!ok && tally.failed === 0) tally.failed = 1;
  return tally;
}

/** Checks and tests everything; the last line says `N passed, N failed`. */
async function test(): Promise<void> {
  const reports = mkdtempSync(join(tmpdir(), 'rimlight-reports-'));
  const total: Tally = { passed: 0, failed: 0 };
  try {
    await installPrograms();
    const broken = await verify();
    total.failed += broken.length;
    await buildWebIfStale();
    for (const [i, args] of RUNS.entries()) {
      const { passed, failed } = await runVitest(args, join(reports, `${i}.json`));
      total.passed += passed;
      total.failed += failed;
    }
    if (broken.length > 0) console.log(`\nNot in order: ${broken.join(', ')}`);
  } catch (error) {
    console.error(error);
    total.failed += 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

// The runtime's own notices would fill the log, and it would look for the network in every file.
process.env.WRANGLER_LOG = 'error';
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
endToolsWithUs();
await test();
