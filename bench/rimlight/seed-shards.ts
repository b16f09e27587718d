import type { Miniflare } from 'miniflare';
import * as schema from '../../shared/db/schema/index.ts';
import { parseShardMap } from '../../shared/db/shard-map.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { edgesOf, type Network, type SeedPost } from '../graph/network.ts';
import { bulkInsertRows, type Run } from './bulk-insert.ts';
import type { Placement } from './place-people.ts';
import { WORKER } from './start-worker.ts';

type Users = typeof schema.users.$inferInsert;
type Follows = typeof schema.follows.$inferInsert;
type Followers = typeof schema.followers.$inferInsert;
type Media = typeof schema.media.$inferInsert;
type Posts = typeof schema.posts.$inferInsert;
type PostMedia = typeof schema.postMedia.$inferInsert;
type PostHashtags = typeof schema.postHashtags.$inferInsert;

/** The rows of one D1 database. */
class ShardRows {
  readonly users: Users[] = [];
  readonly follows: Follows[] = [];
  readonly followers: Followers[] = [];
  readonly media: Media[] = [];
  readonly posts: Posts[] = [];
  readonly postMedia: PostMedia[] = [];
  readonly postHashtags: PostHashtags[] = [];
}

const PHOTO_BYTES = 2_400_000;

/** Writes the network into the D1 shards, every row where the shard map puts it. Triggers keep counts and audiences, as in service. */
export async function seedShards(
  miniflare: Miniflare,
  shardMap: string,
  network: Network,
  placement: Placement,
): Promise<void> {
  const ranges = parseShardMap(shardMap);
  const byBinding = new Map(ranges.map(({ binding }) => [binding, new ShardRows()]));
  const bindingOfShard = Array.from({ length: (ranges.at(-1)?.last ?? 0) + 1 }, () => new ShardRows());
  for (const { first, last, binding } of ranges) {
    const rows = byBinding.get(binding);
    if (rows) bindingOfShard.fill(rows, first, last + 1);
  }
  const rowsOf = (id: string) => bindingOfShard[shardOfId(id)] ?? new ShardRows();
  fillRows(network, placement, rowsOf);
  for (const [binding, rows] of byBinding) {
    const database = await miniflare.getD1Database(binding, WORKER);
    const run: Run = (sql, json) => database.prepare(sql).bind(json).run();
    await bulkInsertRows(run, schema.users, rows.users);
    await bulkInsertRows(run, schema.follows, rows.follows);
    await bulkInsertRows(run, schema.followers, rows.followers);
    await bulkInsertRows(run, schema.media, rows.media);
    await bulkInsertRows(run, schema.posts, rows.posts);
    await bulkInsertRows(run, schema.postMedia, rows.postMedia);
    await bulkInsertRows(run, schema.postHashtags, rows.postHashtags);
  }
}

function fillRows(network: Network, placement: Placement, rowsOf: (id: string) => ShardRows): void {
  const { people } = network;
  const idOf = (index: number) => people[index]?.id ?? '';
  for (const { index, id, username, fullName, joinedAt } of people) {
    rowsOf(id).users.push({
      id,
      username,
      email: `${username}@example.com`,
      fullName,
      passwordHash: 'nobody logs in',
      cellId: placement.cellOf(index),
      createdAt: joinedAt,
      updatedAt: joinedAt,
    });
  }
  for (const [follower, followee] of edgesOf(network)) {
    const [followerId, followeeId] = [idOf(follower), idOf(followee)];
    const edge = {
      followerId,
      followeeId,
      state: 'following',
      version: 1,
      createdAt: people[follower]?.joinedAt ?? 0,
    } as const;
    rowsOf(followerId).follows.push(edge);
    rowsOf(followeeId).followers.push({ ...edge, followerCell: placement.cellOf(follower) });
  }
  for (const post of network.posts) {
    const rows = rowsOf(post.id);
    const { id, author, mediaId, caption, hashtags, createdAt } = post;
    rows.posts.push({ id, authorId: idOf(author), entryId: id, state: 'published', caption, createdAt });
    rows.postMedia.push({ postId: id, position: 0, mediaId });
    for (const tag of hashtags) rows.postHashtags.push({ postId: id, tag });
    rows.media.push(mediaRow(post, mediaId, idOf(author), true));
  }
  const [pattern] = network.posts;
  if (!pattern) return;
  for (const { author, ids } of network.spareMedia) {
    for (const id of ids) rowsOf(id).media.push(mediaRow(pattern, id, idOf(author), false));
  }
}

function mediaRow(
  { width, height, blurhash, createdAt }: SeedPost,
  id: string,
  ownerId: string,
  attached: boolean,
): Media {
  return {
    id,
    ownerId,
    kind: 'photo',
    state: 'ready',
    declaredType: 'image/jpeg',
    declaredSize: PHOTO_BYTES,
    contentType: 'image/jpeg',
    size: PHOTO_BYTES,
    width,
    height,
    blurhash,
    attached,
    createdAt,
    updatedAt: createdAt,
  };
}
