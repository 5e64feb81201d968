-- What the check said of a version, why it was published all the same, and revisions of documents: written once.
CREATE TRIGGER report_checks_written_once BEFORE UPDATE OR DELETE ON "report_checks" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER report_checks_not_emptied BEFORE TRUNCATE ON "report_checks" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER report_overrides_written_once BEFORE UPDATE OR DELETE ON "report_overrides" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER report_overrides_not_emptied BEFORE TRUNCATE ON "report_overrides" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_revisions_written_once BEFORE UPDATE OR DELETE ON "document_revisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER document_revisions_not_emptied BEFORE TRUNCATE ON "document_revisions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The pointer of a document only moves forward, by one.
CREATE FUNCTION document_pointer_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision NOT IN (OLD.revision, OLD.revision + 1) THEN
    RAISE EXCEPTION 'document %: revision % cannot follow %', OLD.id, NEW.revision, OLD.revision USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_forward BEFORE UPDATE ON "documents" FOR EACH ROW EXECUTE FUNCTION document_pointer_forward();
