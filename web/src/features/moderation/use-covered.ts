import { useCallback, useSyncExternalStore } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { isUncovered, subscribeUncovered, uncoverVersion } from './shown-anyway.ts';

/** Whether a medium is hidden behind its blur: sensitive and not uncovered, or held back from everybody but its owner. */
export function isCovered({ id, moderation, urls }: Pick<Media, 'id' | 'moderation' | 'urls'>): boolean {
  if (!moderation) return false;
  return moderation.state === 'sensitive' ? !isUncovered(id) : urls === null;
}

/** The same, following what is uncovered anywhere on the page. */
export function useCovered(): (media: Pick<Media, 'id' | 'moderation' | 'urls'>) => boolean {
  const version = useSyncExternalStore(subscribeUncovered, uncoverVersion);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what the answer changes with.
  return useCallback((media) => isCovered(media), [version]);
}
