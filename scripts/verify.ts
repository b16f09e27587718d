import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './product/settings.ts';
import { runTool } from './terminal/run-tool.ts';

/** Format, lint and types of everything, side by side: `npm run verify`. Answers the names of the checks that failed. */
export async function verify(): Promise<string[]> {
  const bin = join(root, 'node_modules/.bin');
  const projects = globSync('**/tsconfig.json', { cwd: root, exclude: (path) => path.endsWith('node_modules') }).sort();
  const checks = [
    { name: 'biome check', command: join(bin, 'biome'), args: ['check', '--error-on-warnings'] },
    ...projects.map((path) => ({ name: `tsc -p ${path}`, command: join(bin, 'tsc'), args: ['-p', path] })),
  ];
  const results = await Promise.all(
    checks.map(async ({ name, command, args }) => ({ name, ...(await runTool(command, args)) })),
  );
  for (const { name, ok, seconds, output } of results) {
    console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
    if (!ok) console.log(output);
  }
  return results.filter(({ ok }) => !ok).map(({ name }) => name);
}

if (import.meta.main) process.exitCode = (await verify()).length > 0 ? 1 : 0;
