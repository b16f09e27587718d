CREATE TABLE `handles` (
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`user_id` text NOT NULL,
	`reserved_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `value`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`generation` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`refreshed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`email` text NOT NULL,
	`full_name` text DEFAULT '' NOT NULL,
	`bio` text DEFAULT '' NOT NULL,
	`avatar_media_id` text,
	`is_private` integer DEFAULT false NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`password_hash` text NOT NULL,
	`cell_id` text NOT NULL,
	`post_count` integer DEFAULT 0 NOT NULL,
	`follower_count` integer DEFAULT 0 NOT NULL,
	`following_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audience_cells` (
	`source_id` text NOT NULL,
	`cell_id` text NOT NULL,
	`followers` integer NOT NULL,
	PRIMARY KEY(`source_id`, `cell_id`)
);
--> statement-breakpoint
CREATE TABLE `blocks` (
	`blocker_id` text NOT NULL,
	`blocked_id` text NOT NULL,
	`active` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`blocker_id`, `blocked_id`)
);
--> statement-breakpoint
CREATE TABLE `followers` (
	`followee_id` text NOT NULL,
	`follower_id` text NOT NULL,
	`follower_cell` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`followee_id`, `follower_id`)
);
--> statement-breakpoint
CREATE INDEX `followers_list` ON `followers` (`followee_id`,`state`,`created_at`,`follower_id`);--> statement-breakpoint
CREATE TABLE `follows` (
	`follower_id` text NOT NULL,
	`followee_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`follower_id`, `followee_id`)
);
--> statement-breakpoint
CREATE INDEX `follows_list` ON `follows` (`follower_id`,`state`,`created_at`,`followee_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`mode` text DEFAULT 'push' NOT NULL,
	`mode_version` integer DEFAULT 0 NOT NULL,
	`cells` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `media` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`declared_type` text NOT NULL,
	`declared_size` integer NOT NULL,
	`content_type` text,
	`size` integer,
	`width` integer,
	`height` integer,
	`duration_ms` integer,
	`blurhash` text,
	`alt_text` text DEFAULT '' NOT NULL,
	`filter` text,
	`perceptual_hash` text,
	`error_code` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`attached` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `media_by_owner` ON `media` (`owner_id`,`id`);--> statement-breakpoint
CREATE INDEX `media_by_state` ON `media` (`state`,`updated_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`topic` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`);--> statement-breakpoint
CREATE TABLE `post_hashtags` (
	`post_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`post_id`, `tag`)
);
--> statement-breakpoint
CREATE INDEX `post_hashtags_by_tag` ON `post_hashtags` (`tag`,`post_id`);--> statement-breakpoint
CREATE TABLE `post_like_cells` (
	`post_id` text NOT NULL,
	`cell_id` text NOT NULL,
	`likes` integer NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`post_id`, `cell_id`)
);
--> statement-breakpoint
CREATE TABLE `post_media` (
	`post_id` text NOT NULL,
	`position` integer NOT NULL,
	`media_id` text NOT NULL,
	PRIMARY KEY(`post_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `post_media_by_media` ON `post_media` (`media_id`);--> statement-breakpoint
CREATE TABLE `post_mentions` (
	`post_id` text NOT NULL,
	`user_id` text NOT NULL,
	`username` text NOT NULL,
	PRIMARY KEY(`post_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`target_id` text,
	`kind` text DEFAULT 'post' NOT NULL,
	`state` text NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`latitude` real,
	`longitude` real,
	`location_name` text,
	`hide_likes` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`like_count` integer DEFAULT 0 NOT NULL,
	`comment_count` integer DEFAULT 0 NOT NULL,
	`share_count` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `posts_by_author` ON `posts` (`author_id`,`state`,`entry_id`);