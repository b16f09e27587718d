import { type RefObject, useEffect, useRef, useState } from 'react';

/** Within this of the end one reads the newest message. */
const NEAR_PX = 80;

/**
 * Keeps the end of a box in view that is laid out from its end, whose scroll position there is 0 and grows downwards from
 * below it: one's own words take one there, and what arrives while one reads further up is told.
 */
export function useFollowEnd(
  box: RefObject<HTMLElement | null>,
  ownCount: number,
  newestIncomingId: string | undefined,
) {
  const [seenId, setSeenId] = useState(newestIncomingId);
  const [away, setAway] = useState(false);
  const goToEnd = () => box.current?.scrollTo({ top: 0 });

  const before = useRef(ownCount);
  useEffect(() => {
    if (ownCount > before.current) box.current?.scrollTo({ top: 0 });
    before.current = ownCount;
  }, [ownCount, box]);

  useEffect(() => {
    if (!away) setSeenId(newestIncomingId);
  }, [away, newestIncomingId]);

  const onScroll = () => setAway(Math.abs(box.current?.scrollTop ?? 0) > NEAR_PX);
  return { hasNewBelow: away && newestIncomingId !== seenId, goToEnd, onScroll };
}
