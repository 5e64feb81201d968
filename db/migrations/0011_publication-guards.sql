-- The ledger and the archive's publications: written once.
CREATE TRIGGER ledger_entries_written_once BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ledger_entries_not_emptied BEFORE TRUNCATE ON "ledger_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER archive_publications_written_once BEFORE UPDATE OR DELETE ON "archive_publications" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER archive_publications_not_emptied BEFORE TRUNCATE ON "archive_publications" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- An entry follows the last one of its group, and is sealed over it.
CREATE FUNCTION ledger_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT position, hash INTO last FROM ledger_entries WHERE group_id = NEW.group_id ORDER BY position DESC LIMIT 1;
  IF NEW.position <> coalesce(last.position, 0) + 1 OR NEW.previous IS DISTINCT FROM last.hash THEN
    RAISE EXCEPTION 'ledger of group %: entry % does not follow the last one', NEW.group_id, NEW.position USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_follow BEFORE INSERT ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION ledger_entry_follows();
--> statement-breakpoint
-- Of a name in the record one thing may change: that it is erased, or that its person was merged.
CREATE FUNCTION record_name_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.report_id <> OLD.report_id OR NEW.key <> OLD.key OR NEW.commitment <> OLD.commitment
    OR (NEW.name IS DISTINCT FROM OLD.name AND NEW.name IS NOT NULL)
    OR (NEW.salt IS DISTINCT FROM OLD.salt AND NEW.salt IS NOT NULL)
    OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS DISTINCT FROM OLD.erased_at) THEN
    RAISE EXCEPTION 'record_names: a name can only be erased' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_names_only_erased BEFORE UPDATE ON "record_names" FOR EACH ROW EXECUTE FUNCTION record_name_only_erased();
--> statement-breakpoint
CREATE TRIGGER record_names_stay BEFORE DELETE ON "record_names" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER record_names_not_emptied BEFORE TRUNCATE ON "record_names" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Reviews, what quoted people were asked, corrections and reported errors come to an end; they are never deleted.
CREATE TRIGGER reviews_stay BEFORE DELETE ON "reviews" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reviews_not_emptied BEFORE TRUNCATE ON "reviews" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER quote_requests_stay BEFORE DELETE ON "quote_requests" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER quote_requests_not_emptied BEFORE TRUNCATE ON "quote_requests" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER corrections_stay BEFORE DELETE ON "corrections" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER corrections_not_emptied BEFORE TRUNCATE ON "corrections" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
