import type { AppRoute } from '../http/route.ts';
import { getCaches } from './admin/get-caches.ts';
import { getCell } from './admin/get-cell.ts';
import { listHeld } from './admin/list-held-media.ts';
import { moveUser } from './admin/move-user.ts';
import { rebuildCell } from './admin/rebuild-cell.ts';
import { replayMedia } from './admin/replay-media.ts';
import { reviewMedia } from './admin/review-media.ts';
import { unlistPicture } from './admin/unlist-picture.ts';
import { logOut } from './auth/log-out.ts';
import { refreshSession } from './auth/refresh-session.ts';
import { blockUser } from './blocks/block-user.ts';
import { muteUser } from './blocks/mute-user.ts';
import { unblockUser } from './blocks/unblock-user.ts';
import { unmuteUser } from './blocks/unmute-user.ts';
import { collectPost } from './collections/collect-post.ts';
import { createCollection } from './collections/create-collection.ts';
import { deleteCollection } from './collections/delete-collection.ts';
import { listCollected } from './collections/list-collected.ts';
import { listCollections } from './collections/list-collections.ts';
import { releasePost } from './collections/release-post.ts';
import { updateCollection } from './collections/update-collection.ts';
import { approveComment } from './comments/approve-comment.ts';
import { createComment, createCommentAlias } from './comments/create-comment.ts';
import { deleteComment } from './comments/delete-comment.ts';
import { getComment } from './comments/get-comment.ts';
import { likeComment } from './comments/like-comment.ts';
import { listComments, listCommentsAlias } from './comments/list-comments.ts';
import { listReplies } from './comments/list-replies.ts';
import { pinComment, unpinComment } from './comments/pin-comment.ts';
import { unlikeComment } from './comments/unlike-comment.ts';
import { updateComment } from './comments/update-comment.ts';
import { acceptRequest as acceptConversation } from './conversations/accept-request.ts';
import { countUnreadMessages } from './conversations/count-unread.ts';
import { getConversation } from './conversations/get-conversation.ts';
import { listConversations } from './conversations/list-conversations.ts';
import { listMessages } from './conversations/list-messages.ts';
import { openConversation } from './conversations/open-conversation.ts';
import { readConversation } from './conversations/read-conversation.ts';
import { sendMessage } from './conversations/send-message.ts';
import { createDraft } from './drafts/create-draft.ts';
import { deleteDraft } from './drafts/delete-draft.ts';
import { getDraft } from './drafts/get-draft.ts';
import { listDrafts } from './drafts/list-drafts.ts';
import { publishDraft } from './drafts/publish-draft.ts';
import { updateDraft } from './drafts/update-draft.ts';
import { getFeed, getTimeline } from './feed/get-feed.ts';
import { markSeen } from './feed/mark-seen.ts';
import { acceptRequest } from './follows/accept-request.ts';
import { followUser } from './follows/follow-user.ts';
import { listFollowRequests } from './follows/list-follow-requests.ts';
import { listFollowers } from './follows/list-followers.ts';
import { listFollowing } from './follows/list-following.ts';
import { rejectRequest } from './follows/reject-request.ts';
import { unfollowUser } from './follows/unfollow-user.ts';
import { listHashtagPosts } from './hashtags/list-hashtag-posts.ts';
import { getInstance } from './instance/get-instance.ts';
import { likePost } from './likes/like-post.ts';
import { listLikers } from './likes/list-likers.ts';
import { unlikePost } from './likes/unlike-post.ts';
import { completeMedia } from './media/complete-media.ts';
import { createMedia } from './media/create-media.ts';
import { deleteCaptions } from './media/delete-captions.ts';
import { deleteMedia } from './media/delete-media.ts';
import { getAnimation } from './media/get-animation.ts';
import { getCaptions } from './media/get-captions.ts';
import { getDash, getHls } from './media/get-manifest.ts';
import { getMedia } from './media/get-media.ts';
import { getMediaVariant } from './media/get-media-variant.ts';
import { getUpload } from './media/get-upload.ts';
import { getVideo } from './media/get-video.ts';
import { listDuplicates } from './media/list-duplicates.ts';
import { reportPart } from './media/report-part.ts';
import { setCaptions } from './media/set-captions.ts';
import { setPoster } from './media/set-poster.ts';
import { updateMedia } from './media/update-media.ts';
import { getPreferences } from './notifications/get-preferences.ts';
import { getUnread } from './notifications/get-unread.ts';
import { listNotifications } from './notifications/list-notifications.ts';
import { readNotifications } from './notifications/read-notifications.ts';
import { setPreferences } from './notifications/set-preferences.ts';
import { archivePost, restorePost } from './posts/archive-post.ts';
import { createPost } from './posts/create-post.ts';
import { deletePost } from './posts/delete-post.ts';
import { getPost } from './posts/get-post.ts';
import { getPostHistory } from './posts/get-post-history.ts';
import { listArchived } from './posts/list-archived.ts';
import { listUserPosts } from './posts/list-user-posts.ts';
import { refuseTag } from './posts/refuse-tag.ts';
import { updatePost } from './posts/update-post.ts';
import { listSaved } from './saves/list-saved.ts';
import { savePost } from './saves/save-post.ts';
import { unsavePost } from './saves/unsave-post.ts';
import { getSettings } from './settings/get-settings.ts';
import { updateSettings } from './settings/update-settings.ts';
import { sharePost } from './shares/share-post.ts';
import { unsharePost } from './shares/unshare-post.ts';
import { listSuggestions } from './suggestions/list-suggestions.ts';
import { deleteMe } from './users/delete-me.ts';
import { getMe } from './users/get-me.ts';
import { getUser } from './users/get-user.ts';
import { getUserByUsername } from './users/get-user-by-username.ts';
import { logInUser } from './users/log-in-user.ts';
import { registerUser } from './users/register-user.ts';
import { updateMe } from './users/update-me.ts';

/** Every route below `/api/v1`, by feature: the contents page of the API. */
export const API_ROUTES: AppRoute[] = [
  // Accounts
  registerUser,
  logInUser,
  refreshSession,
  logOut,
  // Users
  getMe,
  updateMe,
  deleteMe,
  getSettings,
  updateSettings,
  getUserByUsername,
  getUser,
  // Follows, blocks, mutes
  followUser,
  unfollowUser,
  listFollowers,
  listFollowing,
  listFollowRequests,
  acceptRequest,
  rejectRequest,
  listSuggestions,
  blockUser,
  unblockUser,
  muteUser,
  unmuteUser,
  // Media
  createMedia,
  getUpload,
  reportPart,
  completeMedia,
  getMedia,
  // Before the route that takes any word for a variant.
  listDuplicates,
  getAnimation,
  getVideo,
  getHls,
  getDash,
  getMediaVariant,
  setPoster,
  getCaptions,
  setCaptions,
  deleteCaptions,
  updateMedia,
  deleteMedia,
  // Posts
  createPost,
  // Before the route that takes any word for an id.
  listArchived,
  getPost,
  updatePost,
  deletePost,
  listUserPosts,
  getPostHistory,
  archivePost,
  restorePost,
  refuseTag,
  likePost,
  unlikePost,
  listLikers,
  savePost,
  unsavePost,
  sharePost,
  unsharePost,
  // Drafts
  listDrafts,
  createDraft,
  getDraft,
  updateDraft,
  deleteDraft,
  publishDraft,
  // Collections
  listCollections,
  createCollection,
  updateCollection,
  deleteCollection,
  listCollected,
  collectPost,
  releasePost,
  // Comments
  createComment,
  createCommentAlias,
  listComments,
  listCommentsAlias,
  getComment,
  updateComment,
  deleteComment,
  listReplies,
  likeComment,
  unlikeComment,
  pinComment,
  unpinComment,
  approveComment,
  // Hashtags
  listHashtagPosts,
  // Notifications
  listNotifications,
  getUnread,
  readNotifications,
  getPreferences,
  setPreferences,
  // Conversations
  listConversations,
  countUnreadMessages,
  openConversation,
  getConversation,
  acceptConversation,
  listMessages,
  sendMessage,
  readConversation,
  // Feeds
  listSaved,
  getTimeline,
  getFeed,
  markSeen,
  // Operation
  getCaches,
  listHeld,
  reviewMedia,
  unlistPicture,
  replayMedia,
  getCell,
  rebuildCell,
  moveUser,
  // Instance
  getInstance,
];
