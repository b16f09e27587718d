import { env } from 'cloudflare:workers';
import { mediaPrefix } from '../../shared/domain/media/media-keys.ts';

/** The names under which something of a medium is stored, without its prefix. */
export async function keysOf(mediaId: string): Promise<string[]> {
  const { objects } = await env.MEDIA.list({ prefix: mediaPrefix(mediaId) });
  return objects.map(({ key }) => key.slice(mediaPrefix(mediaId).length)).sort();
}

export async function bytesOf(key: string): Promise<Uint8Array<ArrayBuffer>> {
  const object = await env.MEDIA.get(key);
  if (!object) throw new Error(`nothing at ${key}`);
  return new Uint8Array(await object.arrayBuffer());
}
