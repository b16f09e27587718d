import { readFile } from 'node:fs/promises';

/** Somebody without a browser. */
export type Member = { id: string; token: string };

/** The API of a running product, for tests that bring more people and requests than browsers could. */
export interface PlainApi {
  /** A form is sent as it is, any other body as JSON. */
  call(token: string | null, method: string, path: string, body?: unknown): Promise<Response>;
  register(username: string): Promise<Member>;
  /** Publishes a post of one photo; answers its id, and throws unless it was acknowledged. */
  publish(author: Member): Promise<string>;
}

export function plainApi(url: string): PlainApi {
  const call: PlainApi['call'] = (token, method, path, body) => {
    const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
    if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json';
    const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
    return fetch(`${url}/api/v1${path}`, { method, headers, ...(payload === undefined ? {} : { body: payload }) });
  };
  return {
    call,
    async register(username) {
      const email = `${username}@example.com`;
      const response = await call(null, 'POST', '/users/register', {
        username,
        email,
        password: 'correct horse battery',
      });
      if (response.status !== 201) throw new Error(`sign-up answered ${response.status}`);
      const { user, accessToken } = (await response.json()) as { user: { id: string }; accessToken: string };
      return { id: user.id, token: accessToken };
    },
    async publish(author) {
      const photo = await readFile('tests/fixtures/media/orientation-6.jpg');
      const form = new FormData();
      form.append('images[]', new Blob([photo], { type: 'image/jpeg' }), 'photo.jpg');
      const response = await call(author.token, 'POST', '/posts', form);
      if (response.status !== 201) throw new Error(`publishing answered ${response.status}`);
      return ((await response.json()) as { id: string }).id;
    },
  };
}
