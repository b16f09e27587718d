-- Without a rowid a report costs one row written for each post that it names.
CREATE TABLE `like_news` (
	`author_id` text NOT NULL,
	`post_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`author_id`, `post_id`)
) WITHOUT ROWID;
