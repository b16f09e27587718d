import type { DatabaseSync } from 'node:sqlite';
import { databases } from '../../scripts/product/wrangler-config.ts';
import * as schema from '../../shared/db/schema/index.ts';
import { parseShardMap } from '../../shared/db/shard-map.ts';
import { fillFile } from './fill-file.ts';
import { insertSelected } from './insert-selected.ts';
import { objectFile } from './object-file.ts';

/** The namespace of the objects in which Miniflare keeps D1 databases, named by their ids. */
const DATABASES = 'miniflare-D1DatabaseObject';

const PHOTO = {
  kind: "'photo'",
  state: "'ready'",
  declaredType: "'image/jpeg'",
  declaredSize: '2400000',
  contentType: "'image/jpeg'",
  size: '2400000',
};

/** The logical shards of one database. */
type Range = { first: number; last: number };

/** The SQLite file of a D1 database. */
export function databaseFile(state: string, id: string): string {
  return objectFile(state, 'd1', DATABASES, id);
}

/** Writes the network into the D1 shards, every row where the shard map puts it. Triggers keep counts and audiences, as in service. */
export function seedShards(state: string, shardMap: string, networkFile: string): void {
  const ids = new Map(databases.map(({ binding, id }) => [binding, id]));
  for (const { first, last, binding } of parseShardMap(shardMap)) {
    fillFile(databaseFile(state, ids.get(binding) ?? ''), networkFile, (database) => {
      insertPeople(database, { first, last });
      insertFollows(database, { first, last });
      insertPosts(database, { first, last });
    });
  }
}

function insertPeople(database: DatabaseSync, range: Range): void {
  const account = {
    id: 'id',
    username: 'username',
    email: "username || '@example.com'",
    fullName: 'full_name',
    passwordHash: "'nobody logs in'",
    cellId: 'cell',
    createdAt: 'joined_at',
    updatedAt: 'joined_at',
  };
  insertSelected(
    database,
    schema.users,
    account,
    'FROM network.people WHERE shard BETWEEN :first AND :last ORDER BY at',
    range,
  );
}

/** Ids rise with `at`: in its order, each index is written from one end to the other. */
function insertFollows(database: DatabaseSync, range: Range): void {
  const edge = {
    followerId: 'follower.id',
    followeeId: 'followee.id',
    state: "'following'",
    version: '1',
    createdAt: 'follower.joined_at',
  };
  insertSelected(
    database,
    schema.follows,
    edge,
    `FROM network.people AS follower CROSS JOIN network.follows ON follows.follower = follower.at
      CROSS JOIN network.people AS followee ON followee.at = follows.followee
      WHERE follower.shard BETWEEN :first AND :last ORDER BY follower.at, follows.followee`,
    range,
  );
  insertSelected(
    database,
    schema.followers,
    { ...edge, followerCell: 'follower.cell' },
    `FROM network.people AS followee CROSS JOIN network.follows ON follows.followee = followee.at
      CROSS JOIN network.people AS follower ON follower.at = follows.follower
      WHERE followee.shard BETWEEN :first AND :last ORDER BY followee.at, follows.follower`,
    range,
  );
}

function insertPosts(database: DatabaseSync, range: Range): void {
  const here = 'WHERE person.shard BETWEEN :first AND :last';
  const media = `FROM network.people AS person CROSS JOIN network.media ON media.owner = person.at ${here}`;
  const posts = `FROM network.people AS person CROSS JOIN network.posts ON posts.author = person.at ${here}`;
  const hashtags = `FROM network.people AS person CROSS JOIN network.hashtags ON hashtags.author = person.at ${here}`;
  const photo = {
    id: 'media.id',
    ownerId: 'person.id',
    ...PHOTO,
    width: 'width',
    height: 'height',
    blurhash: 'blurhash',
    attached: 'post_id IS NOT NULL',
    createdAt: 'created_at',
    updatedAt: 'created_at',
  };
  const post = {
    id: 'posts.id',
    authorId: 'person.id',
    entryId: 'posts.id',
    state: "'published'",
    caption: 'caption',
    createdAt: 'created_at',
  };
  insertSelected(database, schema.media, photo, media, range);
  insertSelected(database, schema.posts, post, posts, range);
  const attached = { postId: 'post_id', position: '0', mediaId: 'media.id' };
  insertSelected(database, schema.postMedia, attached, `${media} AND post_id IS NOT NULL`, range);
  insertSelected(database, schema.postHashtags, { postId: 'post_id', tag: 'tag' }, hashtags, range);
}
