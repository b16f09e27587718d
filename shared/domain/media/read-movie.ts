import type { ByteReader } from './byte-reader.ts';
import type { ByteWindow } from './byte-window.ts';
import { cleanFragment, cleanMovie, cleanTop, isPlayed } from './clean-movie.ts';
import { type FilmReading, orderPatches, type Patch } from './film.ts';
import { type Box, findBox, listBoxes, listTopBoxes } from './iso-boxes.ts';
import { addFragment, readDefaults } from './read-fragments.ts';
import { readTrack, type Track } from './read-track.ts';

/** A minute's index is some 100 KB; more is no film of ours. */
const MAX_INDEX_BYTES = 4 * 1_024 * 1_024;
/** A phone writes two to six. */
const MAX_TRACKS = 32;
const UNKNOWN_LENGTH = 0xffffffff;

/** Reads an MP4 or QuickTime film: its top-level boxes to the file's end, `moov`, and each `moof`. */
export async function readMovie(window: ByteWindow): Promise<FilmReading> {
  const top = await listTopBoxes(window);
  if (typeof top === 'string') return { ok: false, code: top };
  const moov = findBox(top, 'moov');
  if (!moov) return { ok: false, code: 'truncated' };
  if (moov.end - moov.at > MAX_INDEX_BYTES) return { ok: false, code: 'corrupt' };
  const reader = await window.get(moov.at, moov.end - moov.at);
  const movie = listBoxes(reader, moov.body - moov.at, reader.length);
  const [header, extended] = [findBox(movie, 'mvhd'), findBox(movie, 'mvex')];
  const traks = movie.filter(({ name }) => name === 'trak');
  if (!header || traks.length > MAX_TRACKS) return { ok: false, code: 'corrupt' };
  const tracks = traks.map((box) => readTrack(reader, box));
  const hidden = tracks.some((track) => !isPlayed(track));
  if (tracks.some(({ external }) => external) || (extended && hidden))
    return { ok: false, code: 'unsupported-encoding' };
  const fragments = await readFragments(window, top, extended ? readDefaults(reader, extended) : new Map());
  const patches = orderPatches([...cleanTop(top), ...cleanMovie(reader, movie, tracks, moov.at), ...fragments.patches]);
  if (!patches) return { ok: false, code: 'corrupt' };
  return {
    ok: true,
    value: {
      seconds: longest(readLength(reader, header), tracks, fragments.ticks),
      picture: tracks.find(({ handler }) => handler === 'vide')?.picture ?? null,
      encrypted: tracks.some(({ encrypted }) => encrypted),
      patches,
    },
  };
}

async function readFragments(
  window: ByteWindow,
  top: readonly Box[],
  defaults: ReadonlyMap<number, number>,
): Promise<{ ticks: Map<number, number>; patches: Patch[] }> {
  const ticks = new Map<number, number>();
  const patches: Patch[] = [];
  for (const { at, body, end, name } of top.filter((box) => box.name === 'moof')) {
    const reader = await window.get(at, Math.min(end - at, MAX_INDEX_BYTES));
    const moof = { name, at: 0, body: body - at, end: end - at };
    addFragment(reader, moof, defaults, ticks);
    patches.push(...cleanFragment(reader, moof, at));
  }
  return { ticks, patches };
}

/** What `mvhd` says; nothing of a film that was recorded live. */
function readLength(reader: ByteReader, { body }: Box): number {
  const wide = reader.u8(body) === 1;
  const scale = reader.u32(body + (wide ? 20 : 12));
  const length = wide ? reader.u64(body + 24) : reader.u32(body + 16);
  return scale === 0 || length >= UNKNOWN_LENGTH ? 0 : length / scale;
}

/** A header may lie in either direction; players play what the samples amount to. */
function longest(declared: number, tracks: readonly Track[], ticks: ReadonlyMap<number, number>): number {
  const played = tracks.filter(isPlayed);
  return Math.max(
    declared,
    ...played.map(({ seconds }) => seconds),
    ...played.map(({ id, scale }) => (scale === 0 ? 0 : (ticks.get(id) ?? 0) / scale)),
  );
}
