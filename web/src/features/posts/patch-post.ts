import type { Post } from '../../../../shared/contracts/index.ts';

interface Page<P> {
  posts: P[];
}
interface Pages<P> {
  pages: Page<P>[];
}

function isPages(value: object): value is Pages<Post> {
  return 'pages' in value && Array.isArray(value.pages);
}
function isPage(value: object): value is Page<Post> {
  return 'posts' in value && Array.isArray(value.posts);
}
function isPost(value: object): value is Post {
  return 'id' in value && 'media' in value;
}

function patchList(posts: Post[], id: string, change: (post: Post) => Post | null): Post[] {
  if (!posts.some((post) => post.id === id)) return posts;
  return posts.flatMap((post) => (post.id === id ? (change(post) ?? []) : post));
}

/**
 * Changes one post wherever a cached value holds it: an endless list, a page, or the post itself. `change` returns null to
 * take it out of lists. What does not hold it keeps its identity, so that nothing else renders again.
 */
export function patchPost(value: unknown, id: string, change: (post: Post) => Post | null): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isPages(value)) {
    const pages = value.pages.map((page) => {
      const posts = patchList(page.posts, id, change);
      return posts === page.posts ? page : { ...page, posts };
    });
    return pages.every((page, index) => page === value.pages[index]) ? value : { ...value, pages };
  }
  if (isPage(value)) {
    const posts = patchList(value.posts, id, change);
    return posts === value.posts ? value : { ...value, posts };
  }
  if (isPost(value) && value.id === id) return change(value) ?? undefined;
  return value;
}
