/** The posts of all pages in order, each once. */
export function distinctPosts<P extends { id: string }>(pages: readonly { posts: readonly P[] }[]): P[] {
  const seen = new Set<string>();
  return pages
    .flatMap((page) => page.posts)
    .filter(({ id }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
}
