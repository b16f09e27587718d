import { env } from 'cloudflare:workers';
import type { CreatedMedia, Media } from '../../shared/contracts/index.ts';
import { originalKey } from '../../shared/domain/media/media-keys.ts';
import type { TestUser } from './a-user.ts';
import { fixture } from './fixture.ts';

type UploadOptions = {
  file?: string;
  bytes?: Uint8Array;
  contentType?: string;
  kind?: 'photo' | 'video';
  altText?: string;
  filter?: unknown;
};

const POLL_MS = 20;
const PATIENCE_MS = 20_000;

/** Announces a file and puts its bytes where the presigned URL would; answers the medium's id. */
export async function anUpload(owner: TestUser, given: UploadOptions = {}): Promise<string> {
  const { file = 'large.jpg', kind = 'photo', contentType = 'image/jpeg', altText, filter } = given;
  const bytes = given.bytes ?? fixture(file);
  const size = bytes.length;
  const response = await owner.call('POST', '/media', { kind, contentType, size, altText, filter });
  if (response.status !== 201) throw new Error(`POST /media answered ${response.status}: ${await response.text()}`);
  const { mediaId } = await response.json<CreatedMedia>();
  await env.MEDIA.put(originalKey(mediaId), bytes);
  return mediaId;
}

/** Uploads and completes a file and waits for the pipeline's verdict. */
export async function aPhoto(owner: TestUser, given: UploadOptions = {}): Promise<Media> {
  const mediaId = await anUpload(owner, given);
  const response = await owner.call('POST', `/media/${mediaId}/complete`);
  if (response.status !== 202) throw new Error(`complete answered ${response.status}: ${await response.text()}`);
  return untilSettled(owner, mediaId);
}

/** Polls a medium until it is ready or failed. */
export async function untilSettled(owner: TestUser, mediaId: string): Promise<Media> {
  for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, POLL_MS))) {
    const media = await (await owner.call('GET', `/media/${mediaId}`)).json<Media>();
    if (media.status === 'ready' || media.status === 'failed') return media;
    if (Date.now() - start > PATIENCE_MS) throw new Error(`medium ${mediaId} is still ${media.status}`);
  }
}
