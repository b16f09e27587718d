-- Reports of a window are counted with the row they change, so that a post's heat costs no extra write of ours.
DROP TRIGGER post_like_cells_insert;
--> statement-breakpoint
DROP TRIGGER post_like_cells_update;
--> statement-breakpoint
CREATE TRIGGER post_like_cells_insert AFTER INSERT ON post_like_cells
BEGIN
  UPDATE posts SET like_count = like_count + NEW.likes,
    like_reports = CASE WHEN like_window = NEW.window THEN like_reports + 1 ELSE 1 END, like_window = NEW.window
    WHERE id = NEW.post_id;
END;
--> statement-breakpoint
CREATE TRIGGER post_like_cells_update AFTER UPDATE OF likes, sequence ON post_like_cells
BEGIN
  UPDATE posts SET like_count = like_count + NEW.likes - OLD.likes,
    like_reports = CASE WHEN like_window = NEW.window THEN like_reports + 1 ELSE 1 END, like_window = NEW.window
    WHERE id = NEW.post_id;
END;
