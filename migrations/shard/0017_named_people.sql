CREATE INDEX `post_mentions_by_user` ON `post_mentions` (`user_id`,`post_id`);--> statement-breakpoint
CREATE INDEX `post_people_by_user` ON `post_people` (`user_id`,`post_id`) WHERE state = 'shown';--> statement-breakpoint
-- Accounts that are closed already owe it too: once the Worker that knows of it is there.
INSERT OR IGNORE INTO outbox (id, topic, payload, created_at, due_at)
SELECT id, 'account', json_object('topic', 'account', 'userId', id), updated_at, 1000 * unixepoch() + 3600000
FROM users WHERE status = 'deleted';
