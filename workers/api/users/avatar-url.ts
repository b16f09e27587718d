/** Where an avatar's bytes are; null without one. */
export function avatarUrl(mediaId: string | null): string | null {
  return mediaId && `/api/v1/media/${mediaId}/profile`;
}
