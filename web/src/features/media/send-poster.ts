import { api } from '../../api/client.ts';

/** Gives a film the picture that stands for it; before it is complete. */
export async function sendPoster(mediaId: string, poster: Blob, signal: AbortSignal): Promise<void> {
  await api.put<void>(`/media/${mediaId}/poster`, poster, signal);
}
