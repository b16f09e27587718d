import { env } from 'cloudflare:workers';
import type { CreatedMedia } from '../../shared/contracts/index.ts';
import { setStreamId } from '../../shared/db/media/stream-videos.ts';
import { type Services, servicesFor, type WorkerEnv } from '../../workers/services.ts';
import type { TestUser } from './a-user.ts';
import { fixture } from './fixture.ts';

/** What the binding's emulation takes besides an address. */
type BodyUpload = {
  upload(body: ReadableStream | null, params: { meta: Record<string, string> }): Promise<StreamVideo>;
};

const { shards } = servicesFor(env as unknown as WorkerEnv);

/** A medium whose bytes are on the emulated Stream, or awaited there; what nobody has said yet. */
export async function aStreamFilm(owner: TestUser, { arrived = true } = {}): Promise<{ id: string; streamId: string }> {
  const declared = { kind: 'video', contentType: 'video/mp4', size: fixture('tiny.mp4').length };
  const { mediaId: id } = await (await owner.call('POST', '/media', declared)).json<CreatedMedia>();
  const body = arrived ? new Blob([fixture('tiny.mp4')]).stream() : null;
  const video = await (env.STREAM as unknown as BodyUpload).upload(body, { meta: { name: id } });
  await setStreamId(shards, id, video.id);
  return { id, streamId: video.id };
}

type Facts = Partial<Pick<StreamVideo, 'readyToStream' | 'duration' | 'input'>> & { state?: string; reason?: string };

/**
 * The services with a Stream that knows what its emulation does not: how long and large a film is, and that encoding takes
 * a while or fails.
 */
export function withStream(services: Services, { state, reason = '', ...facts }: Facts): Services {
  const { stream } = services;
  const video = (id: string): StreamVideoHandle => {
    const handle = stream.video(id);
    const details = async () => {
      const known = await handle.details();
      const status = { ...known.status, state: state ?? known.status.state, errorReasonCode: reason };
      return { duration: 1, input: { width: 96, height: 64 }, ...omitUnknown(known), ...facts, status };
    };
    return {
      id,
      details,
      delete: () => handle.delete(),
      generateToken: () => handle.generateToken(),
    } as StreamVideoHandle;
  };
  const thumbnail = async () => new Response(fixture('large.jpg'));
  return { ...services, fetcher: thumbnail, stream: { ...stream, video } };
}

function omitUnknown({ duration: _, input: __, ...known }: StreamVideo): Omit<StreamVideo, 'duration' | 'input'> {
  return known;
}
