import { api } from '../../api/client.ts';

/** Tells the server that a medium will not be used. If that fails, its own sweep finds it later. */
export async function discardMedia(mediaId: string): Promise<void> {
  await api.delete<void>(`/media/${mediaId}`).catch(() => {});
}
