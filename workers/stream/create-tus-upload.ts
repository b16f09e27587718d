import type { Config } from '../../shared/config/index.ts';
import { refuseUpload } from './refuse-upload.ts';

const API = 'https://api.cloudflare.com/client/v4';

export type TusUpload = {
  name: string;
  creator: string;
  size: number;
  maxDurationSeconds: number;
  expiresAt: string;
};

/**
 * Asks Stream for a one-time URL that takes a film by tus (https://tus.io), which the binding cannot do. The creator's
 * client sends the bytes there without our API token.
 */
export async function createTusUpload(
  { STREAM_ACCOUNT_ID, STREAM_API_TOKEN }: Pick<Config, 'STREAM_ACCOUNT_ID' | 'STREAM_API_TOKEN'>,
  fetcher: typeof fetch,
  { name, creator, size, maxDurationSeconds, expiresAt }: TusUpload,
): Promise<{ id: string; url: string }> {
  const response = await fetcher(`${API}/accounts/${STREAM_ACCOUNT_ID}/stream?direct_user=true`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${STREAM_API_TOKEN}`,
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(size),
      'Upload-Creator': creator,
      'Upload-Metadata': encodeMetadata({
        name,
        maxDurationSeconds: String(maxDurationSeconds),
        expiry: expiresAt,
        requiresignedurls: null,
      }),
    },
  });
  const [url, id] = [response.headers.get('location'), response.headers.get('stream-media-id')];
  if (response.status === 201 && url && id) return { id, url };
  throw refuseUpload(`${response.status} ${await response.text()}`);
}

/** Pairs of a name and a value in base64; a name alone is a flag (tus 1.0.0, creation extension). */
function encodeMetadata(values: Record<string, string | null>): string {
  return Object.entries(values)
    .map(([key, value]) => (value === null ? key : `${key} ${btoa(value)}`))
    .join(',');
}
