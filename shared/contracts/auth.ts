import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from './limits.ts';
import { fullNameSchema, meSchema, usernameSchema } from './users.ts';

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

/** Deleting an account asks for its password again. */
export const deleteMeSchema = z.strictObject({ password: z.string().min(1).max(PASSWORD_MAX) });

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
