import { parseByteRange } from '../../shared/domain/media/byte-range.ts';
import { isUnchanged } from '../../shared/domain/media/is-unchanged.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { StoredVariant } from './open-variant.ts';

/** Answers bytes with validators: 304 for a copy that is still good, 206 for a part, 416 for a part that is not there. */
export function serveBytes(
  request: Request,
  { format, body, etag, lastModified }: StoredVariant,
  cacheHeaders: Record<string, string>,
): Response {
  const headers = new Headers({
    ...cacheHeaders,
    'Content-Type': `image/${format}`,
    'Accept-Ranges': 'bytes',
    'Last-Modified': new Date(lastModified).toUTCString(),
    ETag: etag,
    Vary: 'Accept',
  });
  const { headers: asked } = request;
  const preconditions = {
    ifNoneMatch: asked.get('if-none-match') ?? undefined,
    ifModifiedSince: asked.get('if-modified-since') ?? undefined,
  };
  if (isUnchanged(preconditions, { etag, lastModified })) return new Response(null, { status: 304, headers });
  const range = sameVersion(asked.get('if-range'), etag, headers)
    ? parseByteRange(asked.get('range') ?? undefined, body.byteLength)
    : null;
  if (range === 'unsatisfiable') {
    throw new AppError('range-not-satisfiable', { headers: { 'Content-Range': `bytes */${body.byteLength}` } });
  }
  if (range) {
    headers.set('Content-Range', `bytes ${range.first}-${range.last}/${body.byteLength}`);
    return send(request, body.slice(range.first, range.last + 1), 206, headers);
  }
  return send(request, body, 200, headers);
}

function send({ method }: Request, body: ArrayBuffer, status: number, headers: Headers): Response {
  headers.set('Content-Length', String(body.byteLength));
  return new Response(method === 'HEAD' ? null : body, { status, headers });
}

/** `If-Range`: a part is only of use to a client that holds the rest of the same version. */
function sameVersion(ifRange: string | null, etag: string, headers: Headers): boolean {
  return ifRange === null || ifRange === etag || ifRange === headers.get('Last-Modified');
}
