-- Counts move with the rows they count, in the same commit: a statement that changes no row changes no count.
CREATE TRIGGER follows_insert AFTER INSERT ON follows WHEN NEW.state = 'following'
BEGIN
  UPDATE users SET following_count = following_count + 1 WHERE id = NEW.follower_id;
END;
--> statement-breakpoint
CREATE TRIGGER follows_update AFTER UPDATE OF state ON follows WHEN (OLD.state = 'following') <> (NEW.state = 'following')
BEGIN
  UPDATE users SET following_count = following_count + (NEW.state = 'following') - (OLD.state = 'following') WHERE id = NEW.follower_id;
END;
--> statement-breakpoint
CREATE TRIGGER followers_insert AFTER INSERT ON followers WHEN NEW.state = 'following'
BEGIN
  UPDATE users SET follower_count = follower_count + 1 WHERE id = NEW.followee_id;
  INSERT INTO audience_cells (source_id, cell_id, followers) VALUES (NEW.followee_id, NEW.follower_cell, 1)
    ON CONFLICT (source_id, cell_id) DO UPDATE SET followers = followers + 1;
END;
--> statement-breakpoint
CREATE TRIGGER followers_update AFTER UPDATE OF state, follower_cell ON followers
WHEN OLD.state <> NEW.state OR OLD.follower_cell <> NEW.follower_cell
BEGIN
  UPDATE users SET follower_count = follower_count + (NEW.state = 'following') - (OLD.state = 'following') WHERE id = NEW.followee_id;
  UPDATE audience_cells SET followers = followers - 1
    WHERE OLD.state = 'following' AND source_id = OLD.followee_id AND cell_id = OLD.follower_cell;
  INSERT INTO audience_cells (source_id, cell_id, followers)
    SELECT NEW.followee_id, NEW.follower_cell, 1 WHERE NEW.state = 'following'
    ON CONFLICT (source_id, cell_id) DO UPDATE SET followers = followers + 1;
  DELETE FROM audience_cells WHERE source_id = OLD.followee_id AND cell_id = OLD.follower_cell AND followers <= 0;
END;
--> statement-breakpoint
CREATE TRIGGER audience_cells_insert AFTER INSERT ON audience_cells
BEGIN
  INSERT INTO sources (id, cells) VALUES (NEW.source_id, 1) ON CONFLICT (id) DO UPDATE SET cells = cells + 1;
END;
--> statement-breakpoint
CREATE TRIGGER audience_cells_delete AFTER DELETE ON audience_cells
BEGIN
  UPDATE sources SET cells = cells - 1 WHERE id = OLD.source_id;
END;
--> statement-breakpoint
CREATE TRIGGER posts_insert AFTER INSERT ON posts WHEN NEW.state = 'published' AND NEW.kind = 'post'
BEGIN
  UPDATE users SET post_count = post_count + 1 WHERE id = NEW.author_id;
END;
--> statement-breakpoint
CREATE TRIGGER posts_update AFTER UPDATE OF state ON posts
WHEN NEW.kind = 'post' AND (OLD.state = 'published') <> (NEW.state = 'published')
BEGIN
  UPDATE users SET post_count = post_count + (NEW.state = 'published') - (OLD.state = 'published') WHERE id = NEW.author_id;
END;
--> statement-breakpoint
CREATE TRIGGER post_like_cells_insert AFTER INSERT ON post_like_cells
BEGIN
  UPDATE posts SET like_count = like_count + NEW.likes WHERE id = NEW.post_id;
END;
--> statement-breakpoint
CREATE TRIGGER post_like_cells_update AFTER UPDATE OF likes ON post_like_cells WHEN OLD.likes <> NEW.likes
BEGIN
  UPDATE posts SET like_count = like_count + NEW.likes - OLD.likes WHERE id = NEW.post_id;
END;
