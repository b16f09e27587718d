import { judgeDescription } from '../../shared/domain/media/judge-description.ts';
import type { Verdict } from '../../shared/domain/media/judge-listed.ts';

export type ClassifiedPicture = { altText: string; jpeg(): Promise<Uint8Array> };

/** Says of a picture whether it may be seen by everybody. A result is always stored and shown to its owner. */
export type PictureClassifier = (picture: ClassifiedPicture) => Promise<Verdict>;

/** What we use of the Workers AI binding. */
export type ImageModel = { run(model: string, input: { prompt: string; image: number[] }): Promise<unknown> };

const MODEL = '@cf/meta/llama-3.2-11b-vision-instruct';
const PROMPT =
  'You moderate photos of a social network. Answer with one word. HELD: sexual acts, sexualized minors, or graphic ' +
  'violence. SENSITIVE: nudity, wounds, or drugs. CLEAN: everything else.';

/** The installation's classifier: Workers AI where it is bound, and the rule of descriptions everywhere. */
export function createClassifier(model: ImageModel | undefined, sensitiveWords: readonly string[]): PictureClassifier {
  return async (picture) => {
    const byRule = judgeDescription(picture.altText, sensitiveWords);
    if (!model || byRule.state !== 'clean') return byRule;
    const answer = await model.run(MODEL, { prompt: PROMPT, image: [...(await picture.jpeg())] });
    return readAnswer(answer);
  };
}

/** An answer that says none of the three words is not taken for approval: a person looks. */
function readAnswer(answer: unknown): Verdict {
  const text = String((answer as { response?: unknown } | null)?.response ?? '').toUpperCase();
  if (/\bHELD\b/.test(text)) return { state: 'held', reason: 'Automatic review wants a person to look at it.' };
  if (/\bSENSITIVE\b/.test(text)) return { state: 'sensitive', reason: 'Automatic review takes it for sensitive.' };
  if (/\bCLEAN\b/.test(text)) return { state: 'clean', reason: null };
  return { state: 'held', reason: 'Automatic review gave no clear answer; a person will look at it.' };
}
