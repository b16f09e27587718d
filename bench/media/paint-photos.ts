import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAINTER = join(import.meta.dirname, '../../scripts/demo/large-photos.ts');

let photos: Buffer[] | undefined;

/** Eight JPEGs of 12 megapixels, painted once a run in a process of their own, so that no memory of it stays here. */
export function paintPhotos(): Buffer[] {
  photos ??= paint();
  return photos;
}

function paint(): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'rimlight-photos-'));
  try {
    execFileSync(process.execPath, [PAINTER, folder], { stdio: 'inherit' });
    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
