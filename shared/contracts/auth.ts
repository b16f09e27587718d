import { z } from 'zod';
import { fullNameSchema, meSchema, usernameSchema } from './users.ts';

export const PASSWORD_MIN = 8;
/** scrypt reads any length; the bound only keeps bodies small. */
export const PASSWORD_MAX = 256;

export const emailSchema = z
  .string()
  .trim()
  .max(254, 'has at most 254 characters')
  .pipe(z.email('is not an e-mail address'));
export const passwordSchema = z
  .string()
  .min(PASSWORD_MIN, `needs at least ${PASSWORD_MIN} characters`)
  .max(PASSWORD_MAX, `has at most ${PASSWORD_MAX} characters`);

export const registerSchema = z.strictObject({
  username: usernameSchema,
  email: emailSchema,
  password: passwordSchema,
  fullName: fullNameSchema.default(''),
});

export const loginSchema = z.strictObject({
  login: z.string().trim().min(1).max(254).meta({ description: 'The username or the e-mail address.' }),
  password: z.string().min(1).max(PASSWORD_MAX),
});

/**
 * Sent by the web app on log-in, sign-up, refresh and log-out: the refresh token then travels in an HttpOnly cookie only.
 * A page of another origin cannot set it without a CORS preflight, which is the CSRF defence beside SameSite=Strict.
 */
export const WEB_CLIENT_HEADER = 'X-Rimlight-Client';
export const WEB_CLIENT = 'web';

export const refreshSchema = z.strictObject({
  refreshToken: z
    .string()
    .min(1)
    .max(256)
    .optional()
    .meta({ description: 'Left out by the web app, whose cookie carries it.' }),
});

export const tokenPairSchema = z
  .object({
    accessToken: z.string(),
    refreshToken: z.string().nullable().meta({ description: 'Null when an HttpOnly cookie carries it.' }),
    expiresIn: z.number().int().meta({ description: 'Seconds until the access token expires.' }),
  })
  .meta({ id: 'TokenPair' });
export type TokenPair = z.infer<typeof tokenPairSchema>;

export const sessionSchema = tokenPairSchema.extend({ user: meSchema }).meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;
