import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { buildWebIfStale } from './product/build-web.ts';
import { installPrograms } from './product/install-programs.ts';
import { root } from './product/settings.ts';
import { endToolsWithUs, runTool } from './terminal/run-tool.ts';
import { verify } from './verify.ts';

interface Tally {
  passed: number;
  failed: number;
  /** What failed and why, a text each: repeated at the end, where a log that lost its start still has it. */
  failures: string[];
}

/** Lines of a failure that are repeated. */
const FAILURE_LINES = 15;

/** What is read of vitest's JSON report. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    /** Why the file itself failed; empty when only its tests did. */
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/** Everything outside the browser side by side first, then the product as a whole. */
const RUNS = [['--project=!e2e'], ['--project=e2e']];

function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const texts = failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}\n${failureMessages.join('\n')}`);
    return message === '' ? texts : [...texts, `${file}\n${message}`];
  });
}

/** Runs vitest once. A file that could not even be loaded, or a crash, counts as one failure. */
async function runVitest(args: readonly string[], report: string): Promise<Tally> {
  const { ok } = await runTool(
    join(root, 'node_modules/.bin/vitest'),
    ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    true,
  );
  let tally: Tally = { passed: 0, failed: 0, failures: [] };
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as Report;
    tally = { passed: read.numPassedTests, failed: read.numFailedTests, failures: failuresOf(read) };
  } catch {
    console.log(`vitest ${args.join(' ')} left no report.`);
  }
  if (!ok && tally.failed === 0) tally.failed = 1;
  return tally;
}

/** Checks and tests everything; the last line says `N passed, N failed`. */
async function test(): Promise<void> {
  const reports = mkdtempSync(join(tmpdir(), 'rimlight-reports-'));
  const total: Tally = { passed: 0, failed: 0, failures: [] };
  try {
    await installPrograms();
    const broken = await verify();
    total.failed += broken.length;
    await buildWebIfStale();
    for (const [i, args] of RUNS.entries()) {
      const { passed, failed, failures } = await runVitest(args, join(reports, `${i}.json`));
      total.passed += passed;
      total.failed += failed;
      total.failures.push(...failures);
    }
    if (broken.length > 0) console.log(`\nNot in order: ${broken.join(', ')}`);
  } catch (error) {
    console.error(error);
    total.failed += 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  for (const failure of total.failures) {
    console.log(`\nFailed: ${failure.split('\n').slice(0, FAILURE_LINES).join('\n')}`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

// The runtime's own notices would fill the log, and it would look for the network in every file.
process.env.WRANGLER_LOG = 'error';
process.env.CLOUDFLARE_CF_FETCH_ENABLED = 'false';
endToolsWithUs();
await test();
