import { z } from '@hono/zod-openapi';
import {
  captionsParamSchema,
  captionsQuerySchema,
  MAX_CAPTIONS,
  MAX_CAPTIONS_BYTES,
  mediaSchema,
  nameLanguage,
} from '../../../shared/contracts/index.ts';
import { setCaptions as listCaptions } from '../../../shared/db/media/change-captions.ts';
import type { MediaRow } from '../../../shared/db/media/media-row.ts';
import { signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { presentMedia } from '../../../shared/domain/media/present-media.ts';
import { readWebvtt } from '../../../shared/domain/media/read-webvtt.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { mediaTypeOf } from '../../http/media-type.ts';
import { answer, route } from '../../http/route.ts';
import { deleteCaptions, storeCaptions } from '../../media/store-captions.ts';
import { requireOwnFilm } from './require-own-film.ts';

const TYPE = 'text/vtt';

/** Puts the subtitles of one language beside one's own film, at any time, also when it is published. */
export const setCaptions = route(
  {
    method: 'put',
    path: '/media/{id}/captions/{language}',
    tags: ['media'],
    summary: 'Send the captions of a video in one language',
    description: 'A WebVTT file. Comments, styles and regions are left out of what is served.',
    errors: ['not-found', 'conflict', 'too-large', 'unsupported-type', 'invalid-values'],
    request: {
      params: captionsParamSchema,
      query: captionsQuerySchema,
      body: { required: true, content: { [TYPE]: { schema: z.string() } } },
    },
    responses: answer(200, mediaSchema, 'The film with its tracks.'),
  },
  async (c) => {
    const { services, now } = c.var;
    const { id, language } = c.req.valid('param');
    const { label = nameLanguage(language) } = c.req.valid('query');
    const film = await requireOwnFilm(c, id);
    if (mediaTypeOf(c) !== TYPE) {
      throw new AppError('unsupported-type', { detail: `Send captions as ${TYPE}.` });
    }
    if (film.state !== 'ready') throw new AppError('conflict', { detail: 'The video is not ready yet.' });
    if (isFull(film, language)) throw tooMany();
    const captions = readBody(new Uint8Array(await c.req.arrayBuffer()), (film.durationMs ?? 0) / 1_000);
    await storeCaptions(services, film, language, captions);
    const row = await listCaptions(services.shards, id, { language, label }, MAX_CAPTIONS, now);
    if (!row) {
      await deleteCaptions(services, film, language);
      throw tooMany();
    }
    const urlFor = signedMediaUrls(services.config.TOKEN_KEYS, film.ownerId, now);
    return c.json(presentMedia(row, urlFor, { forOwner: true }), 200);
  },
);

/** Asked before anything is stored; the statement that lists the track has the last word. */
function isFull({ captions }: Pick<MediaRow, 'captions'>, language: string): boolean {
  return (captions ?? []).filter((track) => track.language !== language).length >= MAX_CAPTIONS;
}

function tooMany(): AppError {
  return new AppError('conflict', { detail: `A video has captions in at most ${MAX_CAPTIONS} languages.` });
}

function readBody(bytes: Uint8Array, seconds: number): string {
  if (bytes.length > MAX_CAPTIONS_BYTES) {
    throw new AppError('too-large', { detail: `Captions may have at most ${MAX_CAPTIONS_BYTES} bytes.` });
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw refusal('is not UTF-8');
  }
  const reading = readWebvtt(text, seconds);
  if (!reading.ok) throw refusal(`line ${reading.line} ${reading.message}`);
  return reading.value;
}

function refusal(message: string): AppError {
  return new AppError('invalid-values', { detail: `captions: ${message}`, errors: [{ path: 'captions', message }] });
}
