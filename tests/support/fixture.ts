/// <reference types="vite/types/importMeta.d.ts" />

const files: Record<string, string> = import.meta.glob(
  '../fixtures/media/*.{jpg,png,webp,avif,gif,heic,mp4,mov,webm}',
  { query: '?url&inline', import: 'default', eager: true },
);

/** The bytes of a file in `tests/fixtures/media`. */
export function fixture(name: string): Uint8Array<ArrayBuffer> {
  const url = files[`../fixtures/media/${name}`];
  if (!url) throw new Error(`no fixture ${name}`);
  return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}
