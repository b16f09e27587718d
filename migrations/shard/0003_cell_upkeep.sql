CREATE INDEX `users_by_cell` ON `users` (`cell_id`,`id`);--> statement-breakpoint
CREATE INDEX `blocks_by_blocked` ON `blocks` (`blocked_id`);