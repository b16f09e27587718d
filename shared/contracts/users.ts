import { z } from 'zod';
import { DEFAULT_PAGE, idSchema, MAX_PAGE, nextCursorSchema, timeSchema } from './common.ts';
import { writtenLine, writtenText } from './written-text.ts';

export const USERNAME_MIN = 3;
export const USERNAME_MAX = 30;
export const FULL_NAME_MAX = 60;
export const BIO_MAX = 300;

/** Letters, digits, dots and underscores; compared without case. */
export const usernameSchema = z
  .string()
  .trim()
  .min(USERNAME_MIN, `needs at least ${USERNAME_MIN} characters`)
  .max(USERNAME_MAX, `has at most ${USERNAME_MAX} characters`)
  .regex(/^[A-Za-z0-9._]+$/, 'may hold letters, digits, dots and underscores')
  .regex(/^(?!.*\.\.)[^.].*[^.]$/, 'may not start or end with a dot, nor hold two in a row')
  .meta({ example: 'mira.okafor' });

export const fullNameSchema = writtenLine(FULL_NAME_MAX);
export const bioSchema = writtenText(BIO_MAX);

/** The person beside a post, a comment or a row of a list. */
export const authorSchema = z
  .object({
    id: idSchema,
    username: z.string(),
    fullName: z.string(),
    avatarUrl: z.string().nullable(),
    isPrivate: z.boolean(),
  })
  .meta({ id: 'Author' });
export type Author = z.infer<typeof authorSchema>;

/** How the viewer and this user stand; all false for an anonymous viewer. */
export const userViewerSchema = z.object({
  following: z.boolean(),
  requested: z.boolean(),
  followedBy: z.boolean(),
  blocking: z.boolean(),
  muting: z.boolean(),
});

export const userSchema = z
  .object({
    id: idSchema,
    username: z.string(),
    fullName: z.string(),
    bio: z.string(),
    avatarUrl: z.string().nullable(),
    isPrivate: z.boolean(),
    counts: z.object({
      posts: z.number().int(),
      followers: z.number().int(),
      following: z.number().int(),
    }),
    viewer: userViewerSchema,
    createdAt: timeSchema,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof userSchema>;

/** What only the account's owner sees. */
export const meSchema = userSchema.extend({ email: z.string() }).meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

export const updateMeSchema = z
  .strictObject({
    fullName: fullNameSchema.optional(),
    bio: bioSchema.optional(),
    avatarMediaId: idSchema
      .nullable()
      .optional()
      .meta({ description: 'A ready photo of yours; null removes the avatar.' }),
    isPrivate: z.boolean().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'name at least one field to change');

export const usernameParamSchema = z.object({ name: z.string().min(1).max(USERNAME_MAX) });

/** A row of a list of people. */
export const personSchema = authorSchema.extend({ viewer: userViewerSchema }).meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

export const peoplePageSchema = z
  .object({ users: z.array(personSchema), nextCursor: nextCursorSchema })
  .meta({ id: 'PeoplePage' });
export type PeoplePage = z.infer<typeof peoplePageSchema>;

export const suggestionsQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
});

export const suggestionsSchema = z
  .object({ users: z.array(personSchema.extend({ reason: z.string() })) })
  .meta({ id: 'Suggestions' });
