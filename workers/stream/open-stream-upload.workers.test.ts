import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { CreatedMedia } from '../../shared/contracts/index.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { openStreamUpload } from './open-stream-upload.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const NOW = Date.parse('2026-03-01T12:00:00Z');

async function anAnnouncedFilm() {
  const owner = await aUser();
  const declared = { kind: 'video', contentType: 'video/mp4', size: 1_000 };
  const { mediaId } = await (await owner.call('POST', '/media', declared)).json<CreatedMedia>();
  return { mediaId, ownerId: owner.user.id };
}

describe('an upload to Stream', () => {
  it('of a small film is one POST of a form, for a minute at most, and always with signed playback', async () => {
    const film = await anAnnouncedFilm();
    const asked: StreamDirectUploadCreateParams[] = [];
    const createDirectUpload = async (params: StreamDirectUploadCreateParams) => {
      asked.push(params);
      return {
        id: 'a1b2',
        uploadURL: 'https://upload.videodelivery.net/a1b2',
        watermark: null,
        scheduledDeletion: null,
      };
    };
    const answer = await openStreamUpload(
      { ...services, stream: { ...services.stream, createDirectUpload } },
      { ...film, size: 1_000, resumable: false },
      NOW,
    );
    expect(asked).toEqual([
      {
        maxDurationSeconds: 61,
        expiry: '2026-03-01T12:15:00.000Z',
        creator: film.ownerId,
        meta: { name: film.mediaId },
        requireSignedURLs: true,
      },
    ]);
    expect(answer).toEqual({
      upload: {
        method: 'POST',
        url: 'https://upload.videodelivery.net/a1b2',
        headers: {},
        form: 'file',
        expiresAt: '2026-03-01T12:15:00.000Z',
      },
    });
    expect((await findMedia(services.shards, film.mediaId))?.streamId).toBe('a1b2');
  });

  it.each([
    ['of a large film', 200_000_001, false],
    ['that shall be resumable', 6_000_000, true],
  ])('%s is by tus', async (_, size, resumable) => {
    const film = await anAnnouncedFilm();
    const config = { ...services.config, STREAM_ACCOUNT_ID: 'acc', STREAM_API_TOKEN: 'token' };
    const requests: Request[] = [];
    const fetcher: typeof fetch = async (input, init) => {
      requests.push(new Request(input, init));
      const headers = { Location: 'https://upload.cloudflarestream.com/tus/c3d4', 'stream-media-id': 'c3d4' };
      return new Response(null, { status: 201, headers });
    };
    const answer = await openStreamUpload({ ...services, config, fetcher }, { ...film, size, resumable }, NOW);
    const [request] = requests;
    expect(request?.url).toBe('https://api.cloudflare.com/client/v4/accounts/acc/stream?direct_user=true');
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      authorization: 'Bearer token',
      'tus-resumable': '1.0.0',
      'upload-length': String(size),
      'upload-creator': film.ownerId,
    });
    const metadata = (request?.headers.get('upload-metadata') ?? '').split(',').map((pair) => pair.split(' '));
    expect(metadata.map(([key, value]) => [key, value === undefined ? null : atob(value)])).toEqual([
      ['name', film.mediaId],
      ['maxDurationSeconds', '61'],
      ['expiry', answer.upload.expiresAt],
      ['requiresignedurls', null],
    ]);
    expect(answer.tus?.url).toBe('https://upload.cloudflarestream.com/tus/c3d4');
    expect(answer.upload).toMatchObject({ method: 'PATCH', url: answer.tus?.url });
    expect((await findMedia(services.shards, film.mediaId))?.streamId).toBe('c3d4');
  });

  it('is answered as unavailable where Stream opens none, as on a laptop', async () => {
    const film = await anAnnouncedFilm();
    const opening = openStreamUpload(services, { ...film, size: 1_000, resumable: false }, NOW);
    await expect(opening).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is answered as unavailable when Stream refuses it, without saying why to the client', async () => {
    const film = await anAnnouncedFilm();
    const fetcher = async () => Response.json({ errors: [{ message: 'secret reason' }] }, { status: 403 });
    const opening = openStreamUpload({ ...services, fetcher }, { ...film, size: 1_000, resumable: true }, NOW);
    await expect(opening).rejects.toMatchObject({ code: 'unavailable', detail: 'Videos cannot be taken just now.' });
  });
});
