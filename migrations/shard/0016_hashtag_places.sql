DROP INDEX `post_hashtags_by_tag`;--> statement-breakpoint
ALTER TABLE `post_hashtags` ADD `entry_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE post_hashtags SET entry_id = p.entry_id FROM posts AS p WHERE p.id = post_hashtags.post_id;--> statement-breakpoint
CREATE INDEX `post_hashtags_by_place` ON `post_hashtags` (`tag`,`entry_id`,`post_id`);--> statement-breakpoint
-- A draft gets its place when it is published.
CREATE TRIGGER posts_move AFTER UPDATE OF entry_id ON posts WHEN NEW.entry_id <> OLD.entry_id
BEGIN
  UPDATE post_hashtags SET entry_id = NEW.entry_id WHERE post_id = NEW.id;
END;
--> statement-breakpoint
-- Of a Worker that does not know of places yet.
CREATE TRIGGER post_hashtags_place AFTER INSERT ON post_hashtags WHEN NEW.entry_id = ''
BEGIN
  UPDATE post_hashtags SET entry_id = coalesce((SELECT entry_id FROM posts WHERE id = NEW.post_id), NEW.post_id)
    WHERE post_id = NEW.post_id AND tag = NEW.tag;
END;
