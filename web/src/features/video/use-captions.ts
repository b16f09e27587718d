import { type RefObject, useEffect, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';

type Track = NonNullable<Media['captions']>[number];

/** The language that was read last, for the films after. */
let chosen: string | null = null;

/** Which captions are shown, and the way to the next ones: one's own language first, then the others, then none. */
export function useCaptions(element: RefObject<HTMLVideoElement | null>, given: readonly Track[] | undefined) {
  const tracks = inReadersOrder(given ?? [], navigator.languages);
  const [language, setLanguage] = useState(chosen);
  const shown = tracks.find((track) => track.language === language);

  useEffect(() => {
    const list = element.current?.textTracks;
    for (const track of list ?? []) track.mode = track.language === shown?.language ? 'showing' : 'disabled';
  }, [element, shown]);

  const next = () => {
    const index = shown ? tracks.indexOf(shown) + 1 : 0;
    chosen = tracks[index]?.language ?? null;
    setLanguage(chosen);
  };
  return { tracks, shown, next };
}

/** The line counted from below that clears the controls. */
const CUE_LINE = -4;

/** Moves the words of a track above the controls once they are there, unless their author placed them. */
export function liftCues(element: HTMLTrackElement | null): (() => void) | undefined {
  if (!element) return undefined;
  const lift = () => {
    for (const cue of element.track.cues ?? []) if ('line' in cue && cue.line === 'auto') cue.line = CUE_LINE;
  };
  element.addEventListener('load', lift);
  return () => element.removeEventListener('load', lift);
}

/** Captions in the reader's languages before the others. */
export function inReadersOrder(tracks: readonly Track[], languages: readonly string[]): Track[] {
  const rank = ({ language }: Track) => {
    const at = languages.findIndex((own) => own.split('-')[0] === language.split('-')[0]);
    return at === -1 ? languages.length : at;
  };
  return [...tracks].sort((a, b) => rank(a) - rank(b));
}
