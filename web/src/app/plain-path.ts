/**
 * A path as people read and share it. Static assets are answered at the canonical address, in which an @ is encoded, and
 * whatever ends with a slash.
 */
export function plainPath(path: string): string {
  return path.replace(/^\/%40/, '/@').replace(/(.?)\/+$/, '$1') || '/';
}
