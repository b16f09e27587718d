ALTER TABLE `media` ADD `source_etag` text;--> statement-breakpoint
ALTER TABLE `media` ADD `upload_id` text;--> statement-breakpoint
ALTER TABLE `media` ADD `animated` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `media` ADD `camera` text;--> statement-breakpoint
ALTER TABLE `media` ADD `stream_id` text;--> statement-breakpoint
ALTER TABLE `media` ADD `moderation` text;--> statement-breakpoint
ALTER TABLE `media` ADD `audience` text DEFAULT 'account' NOT NULL;