CREATE TABLE users (
  id text NOT NULL,
  username text NOT NULL,
  full_name text NOT NULL,
  is_private boolean NOT NULL DEFAULT false,
  posts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);

CREATE TABLE follows (
  follower_id text NOT NULL,
  followee_id text NOT NULL
);

CREATE TABLE media (
  id text NOT NULL,
  owner_id text NOT NULL,
  post_id text,
  position smallint,
  status text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  blurhash text NOT NULL,
  alt_text text NOT NULL DEFAULT ''
);

CREATE TABLE posts (
  id text NOT NULL,
  author_id text NOT NULL,
  caption text NOT NULL,
  hashtags text[] NOT NULL,
  hide_likes boolean NOT NULL DEFAULT false,
  likes integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE saves (
  user_id text NOT NULL,
  post_id text NOT NULL,
  PRIMARY KEY (user_id, post_id)
);

CREATE TABLE blocks (
  blocker_id text NOT NULL,
  blocked_id text NOT NULL,
  PRIMARY KEY (blocker_id, blocked_id)
);

CREATE TABLE mutes (
  muter_id text NOT NULL,
  muted_id text NOT NULL,
  PRIMARY KEY (muter_id, muted_id)
);

CREATE TABLE likes (
  post_id text NOT NULL,
  user_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
