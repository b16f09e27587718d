import type { z } from 'zod';
import {
  conversationSchema,
  createdMediaSchema,
  mediaSchema,
  mediaStatusAnswerSchema,
  meSchema,
  postSchema,
  postsPageSchema,
  sessionSchema,
} from '../../../shared/contracts/index.ts';

const MEDIA_POLL_MS = 150;
const MEDIA_TIMEOUT_MS = 60_000;

/** The HTTP API as one person uses it. */
export class Api {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  /** `address` is where this person comes from; locally the runtime takes it from the header, Cloudflare sets its own. */
  constructor(url: string, address: string, token?: string) {
    this.#url = url;
    this.#headers = { 'CF-Connecting-IP': address, ...(token && { Authorization: `Bearer ${token}` }) };
  }

  async signUp(person: { username: string; fullName: string; email: string; password: string }) {
    return this.#send('POST', '/users/register', sessionSchema, person);
  }

  async logIn(login: string, password: string) {
    return this.#send('POST', '/users/login', sessionSchema, { login, password });
  }

  async updateMe(change: { bio?: string; avatarMediaId?: string }) {
    return this.#send('PATCH', '/users/me', meSchema, change);
  }

  /** Uploads a JPEG as a browser does, and waits until its variants are made; answers its id. */
  async uploadPhoto(jpeg: Uint8Array, altText: string): Promise<string> {
    const { mediaId, upload } = await this.#send('POST', '/media', createdMediaSchema, {
      kind: 'photo',
      contentType: 'image/jpeg',
      size: jpeg.byteLength,
      altText,
    });
    const stored = await fetch(upload.url, {
      method: upload.method,
      headers: upload.headers,
      body: new Uint8Array(jpeg),
    });
    await stored.arrayBuffer();
    if (!stored.ok) throw new Error(`The upload URL answered ${stored.status}.`);
    await this.#send('POST', `/media/${mediaId}/complete`, mediaStatusAnswerSchema);
    await this.#untilReady(mediaId);
    return mediaId;
  }

  async publish(post: { caption: string; mediaIds: string[]; location?: { lat: number; lon: number; name: string } }) {
    return this.#send('POST', '/posts', postSchema, post);
  }

  /** The newest hundred posts of a user: their ids by caption. */
  async captionsOf(userId: string): Promise<Map<string, string>> {
    const { posts } = await this.#send('GET', `/users/${userId}/posts?limit=100`, postsPageSchema);
    return new Map(posts.map(({ id, caption }) => [caption, id]));
  }

  async follow(userId: string): Promise<void> {
    await this.#ask('POST', `/users/${userId}/follow`);
  }

  async like(postId: string): Promise<void> {
    await this.#ask('POST', `/posts/${postId}/like`);
  }

  /** Writes to somebody; with the same key it is written once. */
  async write(userId: string, message: { text?: string; postId?: string }, key: string): Promise<void> {
    const { id } = await this.#send('POST', '/conversations', conversationSchema, { userId });
    await this.#ask('POST', `/conversations/${id}/messages`, message, { 'Idempotency-Key': key });
  }

  async #untilReady(mediaId: string): Promise<void> {
    const deadline = Date.now() + MEDIA_TIMEOUT_MS;
    while (Date.now() < deadline) {
      const medium = await this.#send('GET', `/media/${mediaId}`, mediaSchema);
      if (medium.status === 'ready') return;
      if (medium.status === 'failed') throw new Error(`A photo was refused: ${medium.error?.message}`);
      await new Promise((wake) => setTimeout(wake, MEDIA_POLL_MS));
    }
    throw new Error(`A photo was not ready within ${MEDIA_TIMEOUT_MS / 1_000} s.`);
  }

  async #send<T extends z.ZodType>(method: string, path: string, schema: T, body?: unknown): Promise<z.infer<T>> {
    return schema.parse(await this.#ask(method, path, body));
  }

  async #ask(method: string, path: string, body?: unknown, extra: Record<string, string> = {}): Promise<unknown> {
    const answer = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: { ...this.#headers, ...extra, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new ApiError(method, path, answer.status, text);
    return text === '' ? undefined : JSON.parse(text);
  }
}

/** An answer that is not 2xx. */
export class ApiError extends Error {
  readonly status: number;

  constructor(method: string, path: string, status: number, body: string) {
    super(`${method} ${path} answered ${status}: ${body.slice(0, 300)}`);
    this.status = status;
  }
}
