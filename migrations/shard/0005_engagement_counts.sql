-- Comments, replies, likes of comments and shares are counted where their rows are, in the same commit.
CREATE TRIGGER comments_insert AFTER INSERT ON comments WHEN NEW.state = 'published'
BEGIN
  UPDATE posts SET comment_count = comment_count + 1 WHERE id = NEW.post_id;
  UPDATE comments SET reply_count = reply_count + 1 WHERE id = NEW.parent_id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_update AFTER UPDATE OF state ON comments WHEN (OLD.state = 'published') <> (NEW.state = 'published')
BEGIN
  UPDATE posts SET comment_count = comment_count + (NEW.state = 'published') - (OLD.state = 'published') WHERE id = NEW.post_id;
  UPDATE comments SET reply_count = reply_count + (NEW.state = 'published') - (OLD.state = 'published') WHERE id = NEW.parent_id;
END;
--> statement-breakpoint
CREATE TRIGGER comments_delete AFTER DELETE ON comments
BEGIN
  UPDATE posts SET comment_count = comment_count - 1 WHERE id = OLD.post_id AND OLD.state = 'published';
  UPDATE posts SET pinned_comment_id = NULL WHERE id = OLD.post_id AND pinned_comment_id = OLD.id;
  UPDATE comments SET reply_count = reply_count - 1 WHERE id = OLD.parent_id AND OLD.state = 'published';
  DELETE FROM comment_likes WHERE comment_id = OLD.id;
END;
--> statement-breakpoint
CREATE TRIGGER comment_likes_insert AFTER INSERT ON comment_likes
BEGIN
  UPDATE comments SET like_count = like_count + 1 WHERE id = NEW.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER comment_likes_delete AFTER DELETE ON comment_likes
BEGIN
  UPDATE comments SET like_count = like_count - 1 WHERE id = OLD.comment_id;
END;
--> statement-breakpoint
CREATE TRIGGER post_shares_insert AFTER INSERT ON post_shares WHEN NEW.active
BEGIN
  UPDATE posts SET share_count = share_count + 1 WHERE id = NEW.post_id;
END;
--> statement-breakpoint
CREATE TRIGGER post_shares_update AFTER UPDATE OF active ON post_shares WHEN OLD.active <> NEW.active
BEGIN
  UPDATE posts SET share_count = share_count + NEW.active - OLD.active WHERE id = NEW.post_id;
END;
