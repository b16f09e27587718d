CREATE TABLE `comment_likes` (
	`comment_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`parent_id` text,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`hashtags` text NOT NULL,
	`mentions` text NOT NULL,
	`state` text NOT NULL,
	`held_reason` text,
	`client_key` text,
	`reply_count` integer DEFAULT 0 NOT NULL,
	`like_count` integer DEFAULT 0 NOT NULL,
	`score` integer GENERATED ALWAYS AS (like_count + 2 * reply_count) VIRTUAL NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer
);
--> statement-breakpoint
CREATE INDEX `comments_newest` ON `comments` (`post_id`,`parent_id`,`id`);--> statement-breakpoint
CREATE INDEX `comments_top` ON `comments` (`post_id`,`parent_id`,`score`,`id`);--> statement-breakpoint
CREATE INDEX `comments_by_author` ON `comments` (`author_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `comments_by_client_key` ON `comments` (`author_id`,`client_key`) WHERE client_key IS NOT NULL;--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`user_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`claim` text NOT NULL,
	`locked_until` integer NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_time` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `post_people` (
	`post_id` text NOT NULL,
	`media_id` text NOT NULL,
	`user_id` text NOT NULL,
	`x` real NOT NULL,
	`y` real NOT NULL,
	`state` text DEFAULT 'shown' NOT NULL,
	PRIMARY KEY(`post_id`, `user_id`, `media_id`)
);
--> statement-breakpoint
CREATE TABLE `post_versions` (
	`post_id` text NOT NULL,
	`revision` integer NOT NULL,
	`snapshot` text NOT NULL,
	`replaced_at` integer NOT NULL,
	PRIMARY KEY(`post_id`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `user_settings` (
	`user_id` text PRIMARY KEY NOT NULL,
	`taggable_by` text DEFAULT 'everyone' NOT NULL,
	`hidden_words` text DEFAULT '[]' NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `post_shares` (
	`post_id` text NOT NULL,
	`user_id` text NOT NULL,
	`active` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`post_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `shares` (
	`user_id` text NOT NULL,
	`post_id` text NOT NULL,
	`repost_id` text NOT NULL,
	`active` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `post_id`)
);
--> statement-breakpoint
ALTER TABLE `posts` ADD `target_author_id` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `comments_off` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `pinned_comment_id` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `publish_at` integer;--> statement-breakpoint
ALTER TABLE `posts` ADD `client_key` text;--> statement-breakpoint
CREATE INDEX `posts_due` ON `posts` (`publish_at`) WHERE state = 'scheduled';--> statement-breakpoint
CREATE UNIQUE INDEX `posts_by_client_key` ON `posts` (`author_id`,`client_key`) WHERE client_key IS NOT NULL;