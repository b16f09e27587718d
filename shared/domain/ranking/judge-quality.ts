type Judged = {
  likes: number;
  comments: number;
  followers: number;
  width: number | null;
  height: number | null;
};

/** A comment takes more than a tap. */
const COMMENT_WORTH = 2;
/** Followers that everybody is taken to have besides their own: one friend's like of a new account is not 100 %. */
const FOLLOWER_PRIOR = 20;
/** The shorter edge, in pixels, that fills the largest variant of a feed. */
const FULL_EDGE = 1_080;
const ENGAGEMENT_SHARE = 0.85;

/**
 * Quality in [0, 1]: 85 % engagement, that is likes and comments per follower up to `cap`, and 15 % media quality, the
 * shorter edge of the first medium up to 1,080 pixels.
 */
export function judgeQuality(
  { likes, comments, followers, width, height }: Judged,
  cap: number,
): { quality: number; engagement: number } {
  const rate = (Math.max(0, likes) + COMMENT_WORTH * Math.max(0, comments)) / (Math.max(0, followers) + FOLLOWER_PRIOR);
  const engagement = Math.min(1, rate / cap);
  const sharpness = Math.min(1, Math.min(width ?? 0, height ?? 0) / FULL_EDGE);
  return { quality: ENGAGEMENT_SHARE * engagement + (1 - ENGAGEMENT_SHARE) * sharpness, engagement };
}
