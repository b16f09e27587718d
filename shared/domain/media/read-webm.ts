import { EndOfBytes } from './byte-reader.ts';
import type { ByteWindow } from './byte-window.ts';
import { cleanElement, cleanInfo, cleanTracks } from './clean-webm.ts';
import { type Element, ID, listElements, MAX_HEADER, readElement } from './ebml.ts';
import { type FilmReading, orderPatches, type Patch } from './film.ts';
import { readCluster, readClusterStart, SEGMENT_LEVEL } from './read-cluster.ts';
import { readWebmInfo, readWebmTracks, type WebmTracks } from './read-webm-tracks.ts';

/** `Info` and `Tracks` of a film take some hundred bytes. */
const MAX_HEAD_BYTES = 1_048_576;
/** Clusters and the rest: a recording may begin a cluster every few frames. */
const MAX_ELEMENTS = 20_000;
const NANOSECONDS = 1_000_000_000;

type Walk = {
  window: ByteWindow;
  info: { seconds: number; scale: number } | null;
  tracks: WebmTracks | null;
  /** In ticks of `scale`. */
  lastTicks: number;
  patches: Patch[];
};

/** Reads a WebM: what its head says, and where its clusters end. A recording of a browser says no length at all. */
export async function readWebm(window: ByteWindow): Promise<FilmReading> {
  const head = await elementAt(window, 0);
  if (head.id !== ID.ebml || head.end > window.size) return { ok: false, code: 'corrupt' };
  const segment = await elementAt(window, head.end);
  if (segment.id !== ID.segment) return { ok: false, code: 'corrupt' };
  if (Number.isFinite(segment.end) && segment.end > window.size) return { ok: false, code: 'truncated' };
  const end = Math.min(segment.end, window.size);
  const walk: Walk = { window, info: null, tracks: null, lastTicks: 0, patches: [] };
  const refusal = await walkSegment(walk, segment.body, end);
  if (refusal) return { ok: false, code: refusal };
  const { info, tracks, lastTicks } = walk;
  if (!info || !tracks) return { ok: false, code: 'corrupt' };
  if (tracks.hidden) return { ok: false, code: 'unsupported-encoding' };
  // What rides behind the film is no part of it.
  if (end < window.size) walk.patches.push({ at: end, length: window.size - end });
  const patches = orderPatches(walk.patches);
  if (!patches) return { ok: false, code: 'corrupt' };
  const seconds = Math.max(info.seconds, (lastTicks * info.scale) / NANOSECONDS);
  return { ok: true, value: { seconds, picture: tracks.picture, encrypted: tracks.encrypted, patches } };
}

async function walkSegment(walk: Walk, from: number, to: number): Promise<'truncated' | 'corrupt' | null> {
  let at = from;
  let last: Element | null = null;
  for (let count = 0; at < to; count++) {
    if (count === MAX_ELEMENTS) return 'corrupt';
    const element = await elementAt(walk.window, at);
    if (Number.isFinite(element.end) && element.end > to) {
      return SEGMENT_LEVEL.has(element.id) ? 'truncated' : 'corrupt';
    }
    if (element.id === ID.cluster && !Number.isFinite(element.end)) {
      const cluster = await readCluster(walk.window, element, to);
      if (cluster === 'truncated') return cluster;
      walk.lastTicks = Math.max(walk.lastTicks, cluster.lastTicks);
      at = cluster.end;
      continue;
    }
    if (!Number.isFinite(element.end)) return 'corrupt';
    if (element.id === ID.cluster) {
      walk.lastTicks = Math.max(walk.lastTicks, await readClusterStart(walk.window, element));
      last = element;
    } else await visit(walk, element);
    at = element.end;
  }
  return last && walkLast(walk, last);
}

/** Frames of a cluster that says its length are jumped over, but for those of the last: they say when the film ends. */
async function walkLast(walk: Walk, element: Element): Promise<'truncated' | null> {
  const cluster = await readCluster(walk.window, element, element.end);
  if (cluster === 'truncated') return cluster;
  walk.lastTicks = Math.max(walk.lastTicks, cluster.lastTicks);
  return null;
}

async function visit(walk: Walk, element: Element): Promise<void> {
  walk.patches.push(...cleanElement(element));
  if (element.id !== ID.info && element.id !== ID.tracks) return;
  const length = element.end - element.body;
  if (length > MAX_HEAD_BYTES) throw new EndOfBytes();
  const reader = await walk.window.get(element.body, length);
  const children = listElements(reader, 0, length);
  const found = element.id === ID.info ? cleanInfo(children) : cleanTracks(reader, children);
  walk.patches.push(...found.map((patch) => ({ ...patch, at: patch.at + element.body })));
  if (element.id === ID.info) walk.info ??= readWebmInfo(reader, children);
  else walk.tracks ??= readWebmTracks(reader, children);
}

async function elementAt(window: ByteWindow, at: number): Promise<Element> {
  return readElement(await window.getUpTo(at, MAX_HEADER), 0, at);
}
