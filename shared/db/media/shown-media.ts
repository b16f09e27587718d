import { sql } from 'drizzle-orm';
import type { MediaRow } from './media-row.ts';

/** What is needed of a medium to show it. */
export type ShownMedia = Pick<
  MediaRow,
  | 'id'
  | 'kind'
  | 'state'
  | 'errorCode'
  | 'width'
  | 'height'
  | 'durationMs'
  | 'blurhash'
  | 'altText'
  | 'animated'
  | 'camera'
  | 'showCamera'
  | 'captions'
  | 'streamId'
  | 'moderation'
  | 'moderationReason'
  | 'audience'
>;

/** JSON of the `ShownMedia` of the post `p`, in their order. They lie in its database: both are their author's. */
export const SHOWN_MEDIA_OF_POST = sql`
  (SELECT json_group_array(json_object('id', id, 'kind', kind, 'state', state, 'errorCode', error_code,
      'width', width, 'height', height, 'durationMs', duration_ms, 'blurhash', blurhash, 'altText', alt_text,
      'animated', json(iif(animated, 'true', 'false')), 'camera', json(camera),
      'showCamera', json(iif(show_camera, 'true', 'false')), 'captions', json(captions), 'streamId', stream_id,
      'moderation', moderation, 'moderationReason', moderation_reason, 'audience', audience))
    FROM (SELECT m.* FROM post_media AS pm JOIN media AS m ON m.id = pm.media_id
      WHERE pm.post_id = p.id AND m.state <> 'deleted' ORDER BY pm.position))`;
