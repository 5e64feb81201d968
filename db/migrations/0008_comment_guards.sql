-- Moves of threads, earlier words of comments, versions, files and compendia: written once.
CREATE TRIGGER thread_moves_written_once BEFORE UPDATE OR DELETE ON "thread_moves" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER thread_moves_not_emptied BEFORE TRUNCATE ON "thread_moves" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comment_revisions_written_once BEFORE UPDATE OR DELETE ON "comment_revisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comment_revisions_not_emptied BEFORE TRUNCATE ON "comment_revisions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_versions_written_once BEFORE UPDATE OR DELETE ON "document_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_versions_not_emptied BEFORE TRUNCATE ON "document_versions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_publications_written_once BEFORE UPDATE OR DELETE ON "document_publications" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_publications_not_emptied BEFORE TRUNCATE ON "document_publications" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_files_written_once BEFORE UPDATE OR DELETE ON "document_files" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_files_not_emptied BEFORE TRUNCATE ON "document_files" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER compendia_written_once BEFORE UPDATE OR DELETE ON "compendia" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER compendia_not_emptied BEFORE TRUNCATE ON "compendia" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER worksheets_written_once BEFORE UPDATE OR DELETE ON "worksheets" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER worksheets_not_emptied BEFORE TRUNCATE ON "worksheets" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A thread, a comment and a consultation stay: they are resolved, withdrawn, hidden, cancelled, never deleted.
CREATE TRIGGER threads_stay BEFORE DELETE ON "threads" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER threads_not_emptied BEFORE TRUNCATE ON "threads" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comments_stay BEFORE DELETE ON "comments" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comments_not_emptied BEFORE TRUNCATE ON "comments" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consultations_stay BEFORE DELETE ON "consultations" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consultations_not_emptied BEFORE TRUNCATE ON "consultations" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The words of a comment change only after they were kept as they were.
CREATE FUNCTION comment_words_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.text IS DISTINCT FROM OLD.text AND NOT EXISTS (
    SELECT 1 FROM comment_revisions WHERE comment_id = OLD.id AND text = OLD.text
  ) THEN
    RAISE EXCEPTION 'comment %: its words were not kept before the change', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER comments_words_kept BEFORE UPDATE OF text ON "comments" FOR EACH ROW EXECUTE FUNCTION comment_words_kept();
