import { AwsClient } from 'aws4fetch';
import type { Config } from '../../shared/config/index.ts';

/** Where local development opens R2's S3 interface, on the Worker's own origin. */
const LOCAL_S3_PATH = '/cdn-cgi/local/r2/s3';

export type PutTarget = {
  key: string;
  /** Bytes; another length is refused. */
  size: number;
  headers?: Record<string, string>;
  query?: Record<string, string>;
};

/**
 * A URL of R2's S3 interface that takes one PUT with exactly these headers and this length (all of them are signed) and
 * ends after `UPLOAD_URL_SECONDS`.
 */
export async function presignPut(config: Config, origin: string, target: PutTarget, now: number): Promise<string> {
  const endpoint =
    config.R2_S3_ENDPOINT === '' ? `${origin}${LOCAL_S3_PATH}` : config.R2_S3_ENDPOINT.replace(/\/$/, '');
  const url = new URL(`${endpoint}/${config.R2_BUCKET}/${target.key}`);
  for (const [name, value] of Object.entries(target.query ?? {})) url.searchParams.set(name, value);
  url.searchParams.set('X-Amz-Expires', String(config.UPLOAD_URL_SECONDS));
  const client = new AwsClient({
    accessKeyId: config.R2_ACCESS_KEY_ID,
    secretAccessKey: config.R2_SECRET_ACCESS_KEY,
    service: 's3',
    region: 'auto',
  });
  const signed = await client.sign(url.href, {
    method: 'PUT',
    headers: { ...target.headers, 'content-length': String(target.size) },
    aws: { signQuery: true, allHeaders: true, datetime: amzDate(now) },
  });
  return signed.url;
}

/** When a URL that is signed now ends. */
export function uploadExpiry(config: Config, now: number): string {
  return new Date(now + config.UPLOAD_URL_SECONDS * 1_000).toISOString();
}

/** "20260301T120000Z". */
function amzDate(now: number): string {
  return new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, '');
}
