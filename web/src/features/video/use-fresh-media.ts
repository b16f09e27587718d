import { useCallback, useRef, useState } from 'react';
import type { Media } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';

/** Addresses of private films are good for minutes: one that fails is asked for anew this often. */
const TRIES = 3;

/** A film whose addresses are renewed when they fail; `failed` once that does not help. */
export function useFreshMedia(given: Media) {
  const [media, setMedia] = useState(given);
  const [failed, setFailed] = useState(false);
  const tries = useRef(0);
  const renew = useCallback(async () => {
    tries.current += 1;
    const fresh = tries.current <= TRIES ? await api.get<Media>(`/media/${given.id}`).catch(() => null) : null;
    if (fresh?.urls) setMedia(fresh);
    else setFailed(true);
  }, [given.id]);
  const retry = () => {
    tries.current = 0;
    setFailed(false);
    void renew();
  };
  return { media, failed, renew, retry, settled: () => (tries.current = 0) };
}
