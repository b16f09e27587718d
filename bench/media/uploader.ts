import { setTimeout as wait } from 'node:timers/promises';
import type { CreatedMedia, Media, Variant } from '../../shared/contracts/index.ts';
import type { Target } from '../target.ts';

const POLL_MS = 10;

export type Timed = { mediaId: string; readyMs: number };

/** Uploads photos of one person as a client does: announce, PUT to the presigned URL, complete, poll. */
export class Uploader {
  readonly #api: string;
  readonly #headers: Record<string, string>;

  constructor({ port, tokens }: Target, person: number) {
    this.#api = `http://127.0.0.1:${port}/api/v1`;
    this.#headers = { Authorization: `Bearer ${tokens[person]}`, 'Content-Type': 'application/json' };
  }

  /** Answers how long it took from completing the upload until the photo was seen to be ready. */
  async upload(photo: Buffer): Promise<Timed> {
    const mediaId = await this.#send(photo);
    const from = performance.now();
    await this.#ask('POST', `/media/${mediaId}/complete`);
    for (;;) {
      const media = (await (await this.#ask('GET', `/media/${mediaId}`)).json()) as Media;
      if (media.status === 'ready') return { mediaId, readyMs: performance.now() - from };
      if (media.status === 'failed') throw new Error(`a photo failed: ${media.error?.code}`);
      await wait(POLL_MS);
    }
  }

  /** The bytes of a variant in one format. */
  async variantBytes(mediaId: string, variant: Variant, format: string): Promise<number> {
    const response = await this.#ask('GET', `/media/${mediaId}/${variant}`, undefined, { Accept: `image/${format}` });
    if (response.headers.get('content-type') !== `image/${format}`) throw new Error(`no ${format} of ${variant}`);
    return (await response.arrayBuffer()).byteLength;
  }

  async #send(photo: Buffer): Promise<string> {
    const body = JSON.stringify({ kind: 'photo', contentType: 'image/jpeg', size: photo.length });
    const { mediaId, upload } = (await (await this.#ask('POST', '/media', body)).json()) as CreatedMedia;
    const { method, url, headers } = upload;
    const sent = await fetch(url, { method, headers, body: new Uint8Array(photo) });
    if (!sent.ok) throw new Error(`the upload URL answered ${sent.status}: ${await sent.text()}`);
    return mediaId;
  }

  async #ask(method: string, path: string, body?: string, more: Record<string, string> = {}): Promise<Response> {
    const headers = { ...this.#headers, ...more };
    const response = await fetch(this.#api + path, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }
}
