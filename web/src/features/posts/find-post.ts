import type { Post } from '../../../../shared/contracts/index.ts';

interface Pages {
  pages: { posts: Post[] }[];
}

/** A post inside a cached endless list. */
export function findPost(value: unknown, id: string): Post | undefined {
  if (typeof value !== 'object' || value === null || !('pages' in value)) return undefined;
  for (const page of (value as Pages).pages) {
    const found = page.posts.find((post) => post.id === id);
    if (found) return found;
  }
  return undefined;
}
