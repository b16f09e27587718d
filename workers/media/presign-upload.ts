import { AwsClient } from 'aws4fetch';
import type { Config } from '../../shared/config/index.ts';

export type PresignedUpload = { method: 'PUT'; url: string; headers: Record<string, string>; expiresAt: string };
export type UploadTarget = { key: string; contentType: string; size: number };

/** Where local development opens R2's S3 interface, on the Worker's own origin. */
const LOCAL_S3_PATH = '/cdn-cgi/local/r2/s3';

/**
 * A URL that takes one PUT of exactly these bytes' type and length and ends after `UPLOAD_URL_SECONDS`. Type, length and
 * `If-None-Match: *` are signed: another length or type, or a second PUT over a first one, is refused by R2 itself.
 */
export async function presignUpload(
  config: Config,
  origin: string,
  { key, contentType, size }: UploadTarget,
  now: number,
): Promise<PresignedUpload> {
  const headers = { 'content-type': contentType, 'if-none-match': '*' };
  const url = new URL(`${s3Endpoint(config, origin)}/${config.R2_BUCKET}/${key}`);
  url.searchParams.set('X-Amz-Expires', String(config.UPLOAD_URL_SECONDS));
  const signed = await s3Client(config).sign(url.href, {
    method: 'PUT',
    headers: { ...headers, 'content-length': String(size) },
    aws: { signQuery: true, allHeaders: true, datetime: amzDate(now) },
  });
  const expiresAt = new Date(now + config.UPLOAD_URL_SECONDS * 1_000).toISOString();
  return { method: 'PUT', url: signed.url, headers, expiresAt };
}

function s3Client(config: Config): AwsClient {
  return new AwsClient({
    accessKeyId: config.R2_ACCESS_KEY_ID,
    secretAccessKey: config.R2_SECRET_ACCESS_KEY,
    service: 's3',
    region: 'auto',
  });
}

function s3Endpoint(config: Config, origin: string): string {
  return config.R2_S3_ENDPOINT === '' ? `${origin}${LOCAL_S3_PATH}` : config.R2_S3_ENDPOINT.replace(/\/$/, '');
}

/** "20260301T120000Z". */
function amzDate(now: number): string {
  return new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, '');
}
