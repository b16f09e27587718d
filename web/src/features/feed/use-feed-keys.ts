import { type RefObject, useEffect, useRef } from 'react';
import { isTyping } from '../../ui/is-typing.ts';

/** Enough for a sticky header above the focused post. */
const HEADER = 64;

/** The post nearest the top of the window. */
function currentPost(list: HTMLElement): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('[data-post]');
  if (focused && list.contains(focused)) return focused;
  return [...list.querySelectorAll<HTMLElement>('[data-post]')].find(
    (article) => article.getBoundingClientRect().bottom > window.innerHeight * 0.4,
  );
}

/** J and K walk through the posts; L and S act on the one in view even when nothing is focused. */
export function useFeedKeys(
  list: RefObject<HTMLElement | null>,
  reveal: (index: number) => void,
  posts: { id: string }[],
): void {
  const latest = useRef({ reveal, posts });
  latest.current = { reveal, posts };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const element = list.current;
      if (!element || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')) return;
      const article = currentPost(element);
      const key = event.key.toLowerCase();
      if ((key === 'l' || key === 's') && article && !article.contains(document.activeElement)) {
        article.focus({ preventScroll: true });
        article.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      } else if (key === 'j' || key === 'k') {
        const { posts, reveal } = latest.current;
        const from = posts.findIndex(({ id }) => id === article?.dataset.post);
        const isFocused = article?.contains(document.activeElement) ?? false;
        const to = Math.min(posts.length - 1, Math.max(0, isFocused ? from + (key === 'j' ? 1 : -1) : from));
        reveal(to);
        focusWhenThere(element, posts[to]?.id);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [list]);
}

/** The post may be rendered only after the list has moved there. */
function focusWhenThere(list: HTMLElement, id: string | undefined, framesLeft = 30): void {
  const article = list.querySelector<HTMLElement>(`[data-post="${id}"]`);
  if (article) {
    article.focus({ preventScroll: true });
    window.scrollTo({ top: article.getBoundingClientRect().top + window.scrollY - HEADER });
  } else if (framesLeft > 0) {
    requestAnimationFrame(() => focusWhenThere(list, id, framesLeft - 1));
  }
}
