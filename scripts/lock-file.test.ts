import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './product/settings.ts';

interface Entry {
  integrity?: string;
  optional?: boolean;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Entry>;
};

/** `npm install` leaves out what its registry does not offer for other platforms; `npm ci` (11) then refuses the file. */
it('package-lock.json names the packages of every platform', () => {
  const absent = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isNamed(packages, path, name)),
  );
  expect(absent).toEqual([]);
});

it('package-lock.json names the hash of everything that is not for some other platform alone, and no host', () => {
  const unproven = Object.entries(packages).filter(
    ([path, { integrity, optional }]) => path && !integrity && !optional,
  );
  expect(unproven.map(([path]) => path)).toEqual([]);
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('//'))).toEqual([]);
});

/** Whether a package that `path` depends on is found there or in a folder above. */
function isNamed(packages: Record<string, Entry>, path: string, name: string): boolean {
  if (packages[`${path === '' ? '' : `${path}/`}node_modules/${name}`]) return true;
  return path !== '' && isNamed(packages, path.split('/node_modules/').slice(0, -1).join('/node_modules/'), name);
}
