import { invalidField } from '../../errors/index.ts';

/** Writes a place in a list as opaque, URL-safe text. The kind keeps a cursor of one list out of another. */
export function encodeCursor(kind: string, parts: readonly (string | number)[]): string {
  return btoa([kind, ...parts].join('~'))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Reads a cursor of this kind back into its parts; a 422 on `cursor` for anything else. */
export function decodeCursor(kind: string, cursor: string, length: number): string[] {
  try {
    const [found, ...parts] = atob(cursor.replaceAll('-', '+').replaceAll('_', '/')).split('~');
    if (found === kind && parts.length === length) return parts;
  } catch {
    // Not base64: refused below like any other foreign text.
  }
  throw invalidField('cursor', 'is not a cursor of this list');
}
