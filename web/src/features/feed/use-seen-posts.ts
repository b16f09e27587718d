import { type RefObject, useEffect } from 'react';
import { api } from '../../api/client.ts';

const LOOK_EVERY_MS = 1_000;
const SEND_EVERY_MS = 10_000;
/** As many as one request takes. */
const MOST = 100;

/** Posts whose middle stands in the window. */
function inView(list: HTMLElement): string[] {
  return [...list.querySelectorAll<HTMLElement>('[data-post]')].flatMap((article) => {
    const { top, bottom } = article.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return middle > 0 && middle < window.innerHeight ? (article.dataset.post ?? []) : [];
  });
}

/** Tells the server, in batches, which posts stayed on the screen for a second: they sink in the ranked feed. */
export function useSeenPosts(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const told = new Set<string>();
    const waiting = new Set<string>();
    let before: string[] = [];

    const send = () => {
      const postIds = [...waiting].slice(0, MOST);
      if (postIds.length === 0) return;
      for (const id of postIds) {
        waiting.delete(id);
        told.add(id);
      }
      // Lost marks cost nothing but a post that is shown again.
      api.post<void>('/feed/seen', { postIds }, {}, true).catch(() => {});
    };
    const look = () => {
      if (document.hidden || !list.current) return;
      const now = inView(list.current);
      for (const id of now) if (before.includes(id) && !told.has(id)) waiting.add(id);
      before = now;
    };
    const onHidden = () => {
      if (document.hidden) send();
    };
    const looking = window.setInterval(look, LOOK_EVERY_MS);
    const sending = window.setInterval(send, SEND_EVERY_MS);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.clearInterval(looking);
      window.clearInterval(sending);
      document.removeEventListener('visibilitychange', onHidden);
      send();
    };
  }, [list]);
}
