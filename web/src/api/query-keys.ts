import type { CommentOrder, FeedMode } from '../../../shared/contracts/index.ts';

/**
 * Every cached post is under `posts`, every row of people under `people`, every profile under `user`, so that one like or
 * follow reaches each place that shows it.
 */
export const queryKeys = {
  session: ['session'] as const,
  instance: ['instance'] as const,
  settings: ['settings'] as const,
  allPosts: ['posts'] as const,
  feed: (mode: FeedMode) => ['posts', 'feed', mode] as const,
  post: (id: string) => ['posts', 'one', id] as const,
  postsOfUser: (userId: string) => ['posts', 'of-user', userId] as const,
  postsWithHashtag: (tag: string) => ['posts', 'tagged', tag.toLowerCase()] as const,
  archivedPosts: ['archived-posts'] as const,
  duplicates: (mediaId: string) => ['duplicates', mediaId] as const,
  drafts: ['drafts'] as const,
  postHistory: (id: string) => ['post-history', id] as const,
  savedPosts: ['posts', 'saved'] as const,
  collected: (collectionId: string) => ['posts', 'collected', collectionId] as const,
  allCollections: ['collections'] as const,
  collections: ['collections', 'all'] as const,
  collectionsAbout: (postId: string) => ['collections', 'about', postId] as const,
  feedHead: ['feed-head'] as const,
  allUsers: ['user'] as const,
  user: (username: string) => ['user', username.toLowerCase()] as const,
  allPeople: ['people'] as const,
  followers: (userId: string) => ['people', 'followers', userId] as const,
  following: (userId: string) => ['people', 'following', userId] as const,
  suggestions: ['people', 'suggestions'] as const,
  notifications: ['people', 'notifications'] as const,
  unread: ['unread'] as const,
  notificationPreferences: ['notification-preferences'] as const,
  likers: (postId: string) => ['people', 'likers', postId] as const,
  commentsOfPost: (postId: string) => ['comments', postId] as const,
  commentLists: (postId: string) => ['comments', postId, 'list'] as const,
  comments: (postId: string, order: CommentOrder) => ['comments', postId, 'list', order] as const,
  replies: (postId: string, commentId: string) => ['comments', postId, 'replies', commentId] as const,
  followRequests: ['follow-requests'] as const,
};
