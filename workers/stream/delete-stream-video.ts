import type { Services } from '../services.ts';
import { isStreamNotFound } from './is-stream-not-found.ts';

/** Deletes a film from Stream: renditions, tokens' use, captions. Doing it twice is harmless. */
export async function deleteStreamVideo({ stream }: Pick<Services, 'stream'>, streamId: string): Promise<void> {
  try {
    await stream.video(streamId).delete();
  } catch (error) {
    if (!isStreamNotFound(error)) throw error;
  }
}
