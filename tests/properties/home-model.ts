/** An entry of a home timeline: a post, or a repost of one. */
export type Entry = { id: string; by: number; postId: string; repost: boolean };
/** An entry as a reader sees it: the post, who passed it on, and what it says. */
export type Line = { postId: string; repostedBy: number | null; caption: string };
type ModelPost = { id: string; author: number; caption: string; archived: boolean };

/** The plainest possible home timeline: sets of edges, and a filter over all posts. */
export class HomeModel {
  readonly posts = new Map<string, ModelPost>();
  readonly reposts: { id: string; by: number; postId: string }[] = [];
  readonly follows = new Set<string>();
  readonly requests = new Set<string>();
  readonly blocks = new Set<string>();
  readonly mutes = new Set<string>();
  readonly hidden = new Set<number>();

  /** An author's posts, oldest first. */
  ownPosts(author: number, archived: boolean): ModelPost[] {
    return [...this.posts.values()].filter((post) => post.author === author && post.archived === archived);
  }

  /** Whether a person may read an author's posts where they are shown to anybody. */
  sees(reader: number, author: number): boolean {
    if (reader === author) return true;
    return !this.parted(reader, author) && (!this.hidden.has(author) || this.follows.has(`${reader}>${author}`));
  }

  parted(a: number, b: number): boolean {
    return this.blocks.has(`${a}>${b}`) || this.blocks.has(`${b}>${a}`);
  }

  /** Ends what one is to the other, as a block does. */
  part(a: number, b: number): void {
    for (const edges of [this.follows, this.requests]) {
      edges.delete(`${a}>${b}`);
      edges.delete(`${b}>${a}`);
    }
  }

  /** The home timeline, newest first, as it is read page by page: what was passed on comes once. */
  pages(reader: number, limit: number): Line[] {
    const entries = this.#entries(reader);
    const lines: Line[] = [];
    for (let start = 0; start < entries.length; start += limit) {
      const before = new Set(lines.flatMap(({ postId, repostedBy }) => (repostedBy === null ? [] : postId)));
      const page = this.#page(reader, entries.slice(start, start + limit));
      lines.push(...page.filter(({ postId }) => !before.has(postId)));
    }
    return lines;
  }

  /** All that may be shown at this moment, however it is paged. */
  visible(reader: number): Line[] {
    return this.#entries(reader).flatMap((entry) => this.#line(reader, entry) ?? []);
  }

  /** The entry behind a line: what the order of the latest feed goes by. */
  entryId({ postId, repostedBy }: Line): string {
    if (repostedBy === null) return postId;
    return this.reposts.find((repost) => repost.by === repostedBy && repost.postId === postId)?.id ?? '';
  }

  #entries(reader: number): Entry[] {
    const originals = [...this.posts.values()]
      .filter(({ archived }) => !archived)
      .map(({ id, author }) => ({ id, by: author, postId: id, repost: false }));
    const reposts = this.reposts.map((repost) => ({ ...repost, repost: true }));
    return [...originals, ...reposts]
      .filter(({ by }) => by === reader || this.#shows(reader, by))
      .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  }

  #shows(reader: number, author: number): boolean {
    const edge = `${reader}>${author}`;
    return this.follows.has(edge) && !this.mutes.has(edge) && !this.parted(reader, author);
  }

  /** A page shows a post once: itself, or else its newest repost. */
  #page(reader: number, entries: readonly Entry[]): Line[] {
    const shown = new Set(entries.filter(({ repost }) => !repost).map(({ postId }) => postId));
    return entries.flatMap((entry) => {
      const line = this.#line(reader, entry);
      if (!line || (entry.repost && shown.has(entry.postId))) return [];
      shown.add(entry.postId);
      return line;
    });
  }

  #line(reader: number, { by, postId, repost }: Entry): Line | undefined {
    const post = this.posts.get(postId);
    if (!post || post.archived) return undefined;
    const { author, caption } = post;
    if (!repost) return { postId, repostedBy: null, caption };
    const away = author === reader || this.hidden.has(author) || this.parted(reader, author);
    if (away || this.mutes.has(`${reader}>${author}`)) return undefined;
    return { postId, repostedBy: by, caption };
  }
}
