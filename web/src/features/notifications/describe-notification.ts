import type { Notification } from '../../../../shared/contracts/index.ts';

/** "mira, jon and 9 others" in parts: the names are shown strong. */
export interface Who {
  names: string[];
  others: number;
}

/** One or two people by name; of more, the newest and a number. */
export function whoOf({ actors, count }: Notification): Who {
  const names = actors.map(({ username }) => username).slice(0, count === 2 ? 2 : 1);
  return { names, others: count - names.length };
}

const POST_WORDS = {
  like: 'liked your post',
  repost: 'passed your post on',
  tag: 'tagged you in a photo',
  follow: 'started following you',
  'follow-accepted': 'accepted your follow request',
} as const;

/** What they did, as the rest of the sentence. */
export function whatOf({ kind, count, comment }: Notification): string {
  switch (kind) {
    case 'comment-like':
      return 'liked your comment';
    case 'comment':
      return 'commented on your post';
    case 'reply':
      return 'answered your comment';
    case 'mention':
      return comment ? 'mentioned you in a comment' : 'mentioned you in a post';
    case 'follow-request':
      return count === 1 ? 'asks to follow you' : 'ask to follow you';
    default:
      return POST_WORDS[kind];
  }
}
