/**
 * A 32-bit hash of an id: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) with MurmurHash3's finalizer, so that ids
 * that differ in one character differ in all bits. Another salt is another hash.
 */
export function fingerprint(id: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
