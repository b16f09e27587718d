ALTER TABLE `posts` ADD `like_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `posts` ADD `like_counter_sequence` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
-- A count says how far it goes, so that a cell knows which of its reports it contains.
DROP TRIGGER post_like_cells_insert;
--> statement-breakpoint
DROP TRIGGER post_like_cells_update;
--> statement-breakpoint
CREATE TRIGGER post_like_cells_insert AFTER INSERT ON post_like_cells
BEGIN
  UPDATE posts SET like_count = like_count + NEW.likes, like_version = like_version + 1,
    like_counter_sequence = CASE WHEN NEW.cell_id = 'counter' THEN NEW.sequence ELSE like_counter_sequence END,
    like_reports = CASE WHEN like_window = NEW.window THEN like_reports + 1 ELSE 1 END, like_window = NEW.window
    WHERE id = NEW.post_id;
END;
--> statement-breakpoint
CREATE TRIGGER post_like_cells_update AFTER UPDATE OF likes, sequence ON post_like_cells
BEGIN
  UPDATE posts SET like_count = like_count + NEW.likes - OLD.likes, like_version = like_version + 1,
    like_counter_sequence = CASE WHEN NEW.cell_id = 'counter' THEN NEW.sequence ELSE like_counter_sequence END,
    like_reports = CASE WHEN like_window = NEW.window THEN like_reports + 1 ELSE 1 END, like_window = NEW.window
    WHERE id = NEW.post_id;
END;
