ALTER TABLE `post_like_cells` ADD `window` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `like_reports` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `like_window` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `users_by_followers` ON `users` (`follower_count`,`id`);