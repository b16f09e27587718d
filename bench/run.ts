import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildNetwork } from './graph/build-network.ts';
import { type Measured, toResults, toTable } from './results.ts';
import { scenarios } from './scenarios/index.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { startTarget } from './start-target.ts';
import type { Target, TargetName } from './target.ts';

// wrangler warns of experimental fields whenever it reads the configuration.
process.env.WRANGLER_LOG ??= 'error';

const DEFAULT_USERS = 2_000;
/** The ceiling right before the product, so that both meet the machine in the same mood. */
const ORDER: TargetName[] = ['reference', 'ceiling', 'rimlight'];

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string', multiple: true },
    target: { type: 'string', multiple: true },
    users: { type: 'string' },
    fans: { type: 'string' },
    port: { type: 'string', default: '9100' },
    help: { type: 'boolean', default: false },
  },
});

function chosen(): Scenario[] {
  const names = options.only;
  if (!names) {
    return scenarios.filter(
      ({ onRequest, network }) => !onRequest && (options.users === undefined || network === undefined),
    );
  }
  for (const name of names) {
    if (!scenarios.some((scenario) => scenario.name === name))
      throw new Error(`no scenario is called ${name}; see --help`);
  }
  // The ceiling comes along, since every figure is read beside it.
  return scenarios.filter(({ name }) => names.includes(name) || name === 'ceiling');
}

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rimlight-bench-'));
  // PostgreSQL runs as a user of its own, who must get through to its folder.
  chmodSync(folder, 0o755);
  let running: Target | undefined;
  const clear = async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void clear().then(() => process.exit(130)));
  const measured: Measured = new Map(chosen().map((scenario) => [scenario, {}]));
  const byDefault = {
    active: Number(options.users ?? DEFAULT_USERS),
    million: false,
    ...(options.fans ? { fans: Number(options.fans) } : {}),
  };
  /** A network and a part of what is measured on it, run by each stack in turn. */
  const roundOf = ({ network, part }: Scenario) => JSON.stringify({ network: network ?? byDefault, part });
  try {
    for (const round of new Set([...measured.keys()].map(roundOf))) {
      const network = buildNetwork(JSON.parse(round).network, Date.now());
      for (const name of ORDER) {
        const todo = [...measured].filter(
          ([scenario]) => roundOf(scenario) === round && scenario.targets.includes(name),
        );
        if (todo.length === 0 || (options.target && !options.target.includes(name))) continue;
        console.log(`Starting ${name} with ${network.active.toLocaleString('en')} people …`);
        const state = join(folder, `${name}-${network.active}`);
        const start = performance.now();
        running = await startTarget(name, network, { port: Number(options.port), folder: state });
        console.log(`  seeded and listening after ${((performance.now() - start) / 1_000).toFixed(0)} s`);
        for (const [scenario, by] of todo) {
          const measure = await scenario.measure(running);
          by[name] = measure;
          console.log(`  ${scenario.name}: ${measure.value.toFixed(1)} ${scenario.unit}`);
        }
        await running.stop();
        running = undefined;
        rmSync(state, { recursive: true, force: true });
      }
    }
  } finally {
    await clear();
  }
  const results = toResults(measured);
  console.log(`\n${toTable(results)}`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
}

if (options.help) {
  console.log(
    'npm run bench -- [--only NAME]… [--target reference|ceiling|rimlight]… [--users N] [--fans N] [--json FILE] [--port N]\n',
  );
  for (const { name, title, unit } of scenarios) console.log(`  ${name.padEnd(23)} ${title}, ${unit}`);
} else await run();
