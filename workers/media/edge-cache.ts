import type { Variant } from '../../shared/contracts/index.ts';
import type { LayerCounts } from '../../shared/domain/caching/layer-counts.ts';
import { type ImageFormat, variantKey } from '../../shared/domain/media/media-keys.ts';
import type { StoredVariant } from './open-variant.ts';

/** The URL that a picture's bytes are cached under: no viewer, no query, the format in its name. */
function cacheKey(origin: string, mediaId: string, variant: Variant, format: ImageFormat): string {
  return `${origin}/${variantKey(mediaId, variant, format)}`;
}

/** A variant from the cache of this data centre, counted in `counts`. */
export async function readEdge(
  counts: LayerCounts,
  origin: string,
  mediaId: string,
  variant: Variant,
  format: ImageFormat,
): Promise<StoredVariant | null> {
  const hit = await caches.default.match(cacheKey(origin, mediaId, variant, format));
  if (!hit) {
    counts.misses += 1;
    return null;
  }
  counts.hits += 1;
  const body = await hit.arrayBuffer();
  const lastModified = Date.parse(hit.headers.get('last-modified') ?? '');
  return { format, body, etag: hit.headers.get('etag') ?? '', lastModified };
}

/** Keeps a public variant in the cache of this data centre. Whether somebody may see it is asked before it is read. */
export function writeEdge(
  origin: string,
  mediaId: string,
  variant: Variant,
  { format, body, etag, lastModified }: StoredVariant,
  maxAgeSeconds: number,
): Promise<void> {
  const headers = {
    'Content-Type': `image/${format}`,
    'Content-Length': String(body.byteLength),
    'Cache-Control': `public, max-age=${maxAgeSeconds}`,
    'Last-Modified': new Date(lastModified).toUTCString(),
    ETag: etag,
  };
  return caches.default.put(cacheKey(origin, mediaId, variant, format), new Response(body, { headers }));
}
