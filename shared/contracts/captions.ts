import { z } from 'zod';
import { idSchema } from './common.ts';

/** Far more than the words of a minute. */
export const MAX_CAPTIONS_BYTES = 200 * 1_024;
/** Languages of one film. */
export const MAX_CAPTIONS = 20;
const MAX_LABEL = 60;

/** A language by its tag (BCP 47), written as the standard writes it. */
export const languageSchema = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is a language tag such as de or pt-BR')
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? tag;
    } catch {
      context.issues.push({ code: 'custom', message: 'is a language tag such as de or pt-BR', input: tag });
      return z.NEVER;
    }
  });

export const captionsParamSchema = z.object({ id: idSchema, language: languageSchema });
export const captionsQuerySchema = z.object({
  label: z
    .string()
    .trim()
    .min(1)
    .max(MAX_LABEL)
    .optional()
    .meta({ description: "How players name the track; the language's own name by default." }),
});

/** How a language calls itself, for a track that came without a label. */
export function nameLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
