CREATE TABLE `hash_bands` (
	`band` integer NOT NULL,
	`value` integer NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`hash` text NOT NULL,
	`owner_id` text,
	PRIMARY KEY(`band`, `value`, `kind`, `ref`)
);
--> statement-breakpoint
CREATE TABLE `media_parts` (
	`media_id` text NOT NULL,
	`number` integer NOT NULL,
	`etag` text NOT NULL,
	PRIMARY KEY(`media_id`, `number`)
);
--> statement-breakpoint
CREATE TABLE `webhook_receipts` (
	`signature` text PRIMARY KEY NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `media` ADD `show_camera` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `captions` text;--> statement-breakpoint
ALTER TABLE `media` ADD `moderation_reason` text;--> statement-breakpoint
CREATE INDEX `media_by_moderation` ON `media` (`moderation`,`id`);