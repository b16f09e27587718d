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

const VARIANTS = ['thumb', 'profile', 'feed', 'full', 'story'];

/**
 * The lasting part of a post as JSON without its closing brace, ready for counts and the viewer's part to be appended: it is kept as a
 * string so that a page costs no parsing and no serialising.
 */
export function writeCard(row: PostRow): string {
  const card = {
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
    createdAt: row.created_at.toISOString(),
    editedAt: null,
  };
  return JSON.stringify(card).slice(0, -1);
}

const AUTHOR_ID_AT = '{"id":"0000000000000","author":{"id":"'.length;
const ID_LENGTH = 13;

/** The author's id, read at its fixed place. */
export function authorOfCard(card: string): string {
  return card.slice(AUTHOR_ID_AT, AUTHOR_ID_AT + ID_LENGTH);
}

/** Completes a card for one viewer. */
export function finishCard(
  card: string,
  viewer: { likes: number; liked: boolean; saved: boolean; reason?: string },
): string {
  const reason = viewer.reason === undefined ? '' : `,"reason":"${viewer.reason}"`;
  return `${card},"counts":{"likes":${viewer.likes},"comments":0,"shares":0},"viewer":{"liked":${viewer.liked},"saved":${viewer.saved}}${reason}}`;
}
