import { z } from 'zod';
import { RANKING_VARS } from './parse-ranking.ts';
import { missingStreamVars, STREAM_VARS } from './parse-stream.ts';

const positive = z.coerce.number().int().positive();
/** 0 switches off. */
const seconds = z.coerce.number().int().min(0);

/** "20/3600": attempts per window of seconds. */
const limit = z
  .string()
  .regex(/^\d+\/\d+$/, 'write a limit as attempts/seconds, for example 10/3600')
  .transform((text) => {
    const [attempts = 0, seconds = 0] = text.split('/').map(Number);
    return { attempts, windowMs: seconds * 1_000 };
  })
  .refine(({ attempts, windowMs }) => attempts > 0 && windowMs > 0, 'attempts and seconds are above 0');

/** What OWASP's Password Storage Cheat Sheet takes for the least: 2^14 × 8 × 5, in 16 MiB; an isolate has 128. */
const LEAST_SCRYPT_WORK = 16_384 * 8 * 5;
const MAX_SCRYPT_BYTES = 64 * 1_024 * 1_024;

/** "16384/8/5": scrypt's N, r and p. */
const scryptCost = z
  .string()
  .regex(/^\d+\/\d+\/\d+$/, 'write the cost as N/r/p, for example 16384/8/5')
  .transform((text) => {
    const [N = 0, r = 0, p = 0] = text.split('/').map(Number);
    return { N, r, p };
  })
  .refine(
    ({ N, r, p }) => N > 1 && Number.isInteger(Math.log2(N)) && r > 0 && p > 0,
    'N is a power of 2, r and p above 0',
  )
  .refine(({ N, r }) => 128 * N * r <= MAX_SCRYPT_BYTES, 'needs more than 64 MiB (128 × N × r bytes)');

const tokenKeys = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.trim()))
  .pipe(
    z
      .array(z.string().regex(/^[\w-]+:.{16,}$/, 'each key is kid:secret with a secret of 16 characters or more'))
      .min(1),
  )
  .transform((pairs) =>
    pairs.map((pair) => ({ id: pair.slice(0, pair.indexOf(':')), secret: pair.slice(pair.indexOf(':') + 1) })),
  );

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const configSchema = z.object({
  ENVIRONMENT: z.enum(['local', 'production']),
  SHARD_MAP: z.string().min(1),
  CELL_CAPACITY: positive,
  CELL_POSTS_PER_SOURCE: positive,
  CELL_PULL_SECONDS: positive,
  CELEBRITY_CELLS: positive,
  EDGE_CACHE_SECONDS: seconds,
  COLO_CACHE_SECONDS: seconds,
  CORS_ORIGINS: list,
  TOKEN_KEYS: tokenKeys,
  OPERATOR_KEY: z.string().min(16),
  CELL_ENTRY_BUDGET: positive,
  FANOUT_PAGE_CELLS: positive,
  PUBLISHERS: positive,
  INBOX_KEEP: positive,
  LIKE_HOT_REPORTS: positive,
  ACCESS_TOKEN_SECONDS: positive,
  REFRESH_TOKEN_SECONDS: positive,
  PASSWORD_SCRYPT: scryptCost,
  LIMIT_SIGN_UPS_BY_ADDRESS: limit,
  LIMIT_LOG_INS_BY_ADDRESS: limit,
  LIMIT_POSTS: limit,
  LIMIT_LIKES: limit,
  LIMIT_COMMENTS: limit,
  LIMIT_FOLLOWS: limit,
  LIMIT_SHARES: limit,
  LIMIT_EDITS: limit,
  LIMIT_MESSAGES: limit,
  LIMIT_EQUAL_COMMENTS: limit,
  LIMIT_READS_BY_ADDRESS: limit,
  LIMIT_REFRESHES_BY_ADDRESS: limit,
  LIMIT_MEDIA_BY_ADDRESS: limit,
  LIMIT_RENDERINGS_BY_ADDRESS: limit,
  COMMENT_EDIT_MINUTES: z.coerce.number().int().min(0),
  NEW_ACCOUNT_HOURS: z.coerce.number().int().min(0),
  BLOCKED_WORDS: list,
  ...RANKING_VARS,
  MAX_PHOTO_BYTES: positive,
  MAX_VIDEO_BYTES: positive,
  MAX_PHOTO_PIXELS: positive,
  MAX_HEIC_PIXELS: positive,
  MAX_ANIMATION_BYTES: positive,
  MAX_ANIMATION_PIXELS: positive,
  UPLOAD_URL_SECONDS: positive,
  MEDIA_LEASE_SECONDS: positive,
  MEDIA_PUBLIC_SECONDS: seconds,
  SENSITIVE_WORDS: list,
  ...STREAM_VARS,
  R2_S3_ENDPOINT: z.union([z.literal(''), z.url()]),
  R2_BUCKET: z.string().min(1),
  R2_ACCESS_KEY_ID: z.string().min(1),
  R2_SECRET_ACCESS_KEY: z.string().min(1),
});

export type Config = z.infer<typeof configSchema>;
export type ScryptCost = Config['PASSWORD_SCRYPT'];
export type Limit = Config['LIMIT_POSTS'];

/** Reads the vars and secrets of `wrangler.toml` once; a wrong one stops the Worker with its name and the reason. */
export function parseConfig(env: Record<string, unknown>): Config {
  const parsed = configSchema.safeParse(env);
  if (!parsed.success) throw new Error(`configuration: ${z.prettifyError(parsed.error)}`);
  const config = parsed.data;
  if (config.ENVIRONMENT === 'production' && config.TOKEN_KEYS.some(({ id }) => id === 'local')) {
    throw new Error('configuration: TOKEN_KEYS still holds the local key; set the secret before deploying');
  }
  const missing = missingStreamVars(config);
  if (missing.length > 0) throw new Error(`configuration: VIDEO_BACKEND is stream, which needs ${missing.join(', ')}`);
  const { N, r, p } = config.PASSWORD_SCRYPT;
  if (config.ENVIRONMENT === 'production' && N * r * p < LEAST_SCRYPT_WORK) {
    throw new Error('configuration: PASSWORD_SCRYPT is below 16384/8/5; raise it before deploying');
  }
  if (config.ENVIRONMENT === 'production' && config.OPERATOR_KEY.startsWith('rimlight-local')) {
    throw new Error('configuration: OPERATOR_KEY is still the local one; set the secret before deploying');
  }
  return config;
}
