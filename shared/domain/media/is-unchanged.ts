export type Validators = { etag: string; lastModified: number };
export type Preconditions = { ifNoneMatch?: string | undefined; ifModifiedSince?: string | undefined };

/** Whether the client's copy is still good, so that 304 is the answer (RFC 9110 13.2.2). */
export function isUnchanged(
  { ifNoneMatch, ifModifiedSince }: Preconditions,
  { etag, lastModified }: Validators,
): boolean {
  if (ifNoneMatch !== undefined) {
    return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || weak(tag.trim()) === weak(etag));
  }
  const since = Date.parse(ifModifiedSince ?? '');
  return Number.isFinite(since) && Math.floor(lastModified / 1_000) * 1_000 <= since;
}

function weak(etag: string): string {
  return etag.replace(/^W\//, '');
}
