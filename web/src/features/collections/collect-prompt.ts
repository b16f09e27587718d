/** The post whose collections are being chosen; null when nobody chooses. It lives beside the posts, which come and go. */
let asked: string | null = null;
const listeners = new Set<() => void>();

function set(postId: string | null): void {
  asked = postId;
  for (const listener of listeners) listener();
}

export const openCollect = (postId: string) => set(postId);
export const closeCollect = () => set(null);
export const readCollect = () => asked;

export function subscribeCollect(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
