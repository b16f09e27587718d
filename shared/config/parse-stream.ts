import { z } from 'zod';

/** "<key id>:<JWK in base64>", as Stream's API answers a signing key. */
const signingKey = z
  .string()
  .regex(/^$|^\w+:[\w+/=]+$/, 'write the signing key as id:jwk, both as Stream answered them')
  .transform((text) => {
    const colon = text.indexOf(':');
    return colon < 0 ? null : { id: text.slice(0, colon), jwk: text.slice(colon + 1) };
  });

/** Which backend new videos go to, and what Cloudflare Stream needs. */
export const STREAM_VARS = {
  VIDEO_BACKEND: z.enum(['local', 'stream']),
  STREAM_HOST: z.string().regex(/^$|^[\w.-]+$/, 'is a host name such as customer-abc123.cloudflarestream.com'),
  STREAM_ACCOUNT_ID: z.string(),
  STREAM_API_TOKEN: z.string(),
  STREAM_WEBHOOK_SECRET: z.string().refine((text) => text === '' || text.length >= 16, 'has 16 characters or more'),
  STREAM_SIGNING_KEY: signingKey,
};

const NEEDED = ['STREAM_HOST', 'STREAM_ACCOUNT_ID', 'STREAM_API_TOKEN', 'STREAM_WEBHOOK_SECRET'] as const;

type StreamConfig = { VIDEO_BACKEND: 'local' | 'stream' } & Record<(typeof NEEDED)[number], string>;

/** The vars that videos on Stream still lack. */
export function missingStreamVars(config: StreamConfig): string[] {
  return config.VIDEO_BACKEND === 'stream' ? NEEDED.filter((name) => config[name] === '') : [];
}
