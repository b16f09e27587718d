-- Without a rowid a like costs two rows written, the row and its place in the list, where it would cost three.
CREATE TABLE `post_likers` (
	`post_id` text NOT NULL,
	`user_id` text NOT NULL,
	`liked` integer NOT NULL,
	`at` integer NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`post_id`, `user_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `post_likers_newest` ON `post_likers` (`post_id`,`at`,`user_id`) WHERE liked;
