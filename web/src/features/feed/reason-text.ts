import type { FeedReason } from '../../../../shared/contracts/index.ts';

/** "Why you see this", in a sentence. */
export function reasonText(reason: FeedReason, username: string): string {
  const texts: Record<FeedReason, string> = {
    following: `You follow ${username}.`,
    own: 'It is your own post.',
    favourite: `You often like what ${username} shares.`,
    popular: `You follow ${username}, and many people like this post.`,
    recent: `You follow ${username}, and this is new.`,
    recommended: 'It may suit you, going by what you follow and like.',
    sponsored: 'It is an advertisement.',
  };
  return texts[reason];
}

/** The few reasons worth a word above the post; the others are said in its menu. */
export function reasonLabel(reason: FeedReason | undefined): string | null {
  if (reason === 'recommended') return 'Suggested for you';
  if (reason === 'sponsored') return 'Sponsored';
  return null;
}
