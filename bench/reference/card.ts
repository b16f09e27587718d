/** A row of `posts` with its author and its media. */
export interface PostRow {
  id: string;
  caption: string;
  hashtags: string[];
  hide_likes: boolean;
  created_at: Date;
  author_id: string;
  username: string;
  full_name: string;
  is_private: boolean;
  media: { id: string; width: number; height: number; blurhash: string; alt_text: string }[];
}

/** The lasting part of a post: what is the same for every viewer. */
export type Card = ReturnType<typeof makeCard>;

const VARIANTS = ['thumb', 'profile', 'feed', 'full', 'story'];

export function makeCard(row: PostRow) {
  return {
    id: row.id,
    author: {
      id: row.author_id,
      username: row.username,
      fullName: row.full_name,
      avatarUrl: null,
      isPrivate: row.is_private,
    },
    caption: row.caption,
    hashtags: row.hashtags,
    mentions: [],
    people: [],
    media: row.media.map((medium) => ({
      id: medium.id,
      kind: 'photo',
      status: 'ready',
      width: medium.width,
      height: medium.height,
      blurhash: medium.blurhash,
      altText: medium.alt_text,
      urls: Object.fromEntries(VARIANTS.map((variant) => [variant, `/api/v1/media/${medium.id}/${variant}`])),
    })),
    location: null,
    hideLikes: row.hide_likes,
    commentsOff: false,
    createdAt: row.created_at.toISOString(),
    editedAt: null,
  };
}
