import { parseByteRange } from '../../shared/domain/media/byte-range.ts';
import { isUnchanged } from '../../shared/domain/media/is-unchanged.ts';
import { AppError } from '../../shared/errors/index.ts';

const OWN_NAMES = new Set(['video/webm', 'image/gif', 'image/webp']);

/**
 * Answers a film, or a picture that moves, from R2: the part that a player asks for and no more is read. 304 for a copy that is still good, 416 for
 * a part that is not there; null when the film is gone.
 */
export async function serveFilm(
  media: R2Bucket,
  key: string,
  request: Request,
  cacheHeaders: Record<string, string>,
): Promise<Response | null> {
  const film = await media.head(key);
  if (!film) return null;
  const headers = describe(film, cacheHeaders);
  const { headers: asked, method } = request;
  const preconditions = {
    ifNoneMatch: asked.get('if-none-match') ?? undefined,
    ifModifiedSince: asked.get('if-modified-since') ?? undefined,
  };
  if (isUnchanged(preconditions, { etag: film.httpEtag, lastModified: film.uploaded.getTime() })) {
    return new Response(null, { status: 304, headers });
  }
  const range = isSameVersion(asked.get('if-range'), headers)
    ? parseByteRange(asked.get('range') ?? undefined, film.size)
    : null;
  if (range === 'unsatisfiable') {
    throw new AppError('range-not-satisfiable', { headers: { 'Content-Range': `bytes */${film.size}` } });
  }
  const { first, last } = range ?? { first: 0, last: film.size - 1 };
  headers.set('Content-Length', String(last - first + 1));
  if (range) headers.set('Content-Range', `bytes ${first}-${last}/${film.size}`);
  const status = range ? 206 : 200;
  if (method === 'HEAD') return new Response(null, { status, headers });
  const part = await media.get(key, { range: { offset: first, length: last - first + 1 } });
  return part && new Response(part.body, { status, headers });
}

function describe({ httpMetadata, httpEtag, uploaded }: R2Object, cacheHeaders: Record<string, string>): Headers {
  return new Headers({
    ...cacheHeaders,
    'Content-Type': playableType(httpMetadata?.contentType),
    'Accept-Ranges': 'bytes',
    'Last-Modified': uploaded.toUTCString(),
    ETag: httpEtag,
  });
}

/** Browsers play what QuickTime files of phones hold, but only under the name of MP4. */
function playableType(contentType = ''): string {
  return OWN_NAMES.has(contentType) ? contentType : 'video/mp4';
}

/** `If-Range`: a part is only of use to a client that holds the rest of the same version. */
function isSameVersion(ifRange: string | null, headers: Headers): boolean {
  return ifRange === null || ifRange === headers.get('ETag') || ifRange === headers.get('Last-Modified');
}
