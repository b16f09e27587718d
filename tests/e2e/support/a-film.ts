import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FilePayload } from './a-phone-photo.ts';

const TYPES: Record<string, string> = { mp4: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm' };

/** One of the films that lie with the tests. */
export function aFilm(name: string): FilePayload {
  const path = fileURLToPath(new URL(`../../fixtures/media/${name}`, import.meta.url));
  const mimeType = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream';
  return { name, mimeType, buffer: readFileSync(path) };
}
