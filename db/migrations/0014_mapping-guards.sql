-- Changes of a mapping and its editions: written once. Rows are retired, never deleted.
CREATE TRIGGER mapping_changes_written_once BEFORE UPDATE OR DELETE ON "mapping_changes" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER mapping_changes_not_emptied BEFORE TRUNCATE ON "mapping_changes" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER editions_written_once BEFORE UPDATE OR DELETE ON "editions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER editions_not_emptied BEFORE TRUNCATE ON "editions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER mappings_stay BEFORE DELETE ON "mappings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER mappings_not_emptied BEFORE TRUNCATE ON "mappings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER mapping_rows_stay BEFORE DELETE ON "mapping_rows" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER mapping_rows_not_emptied BEFORE TRUNCATE ON "mapping_rows" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER annex_activities_stay BEFORE DELETE ON "annex_activities" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER annex_activities_not_emptied BEFORE TRUNCATE ON "annex_activities" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER row_meetings_stay BEFORE DELETE ON "row_meetings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER row_meetings_not_emptied BEFORE TRUNCATE ON "row_meetings" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- An edition follows the last one of its mapping.
CREATE FUNCTION edition_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number <> coalesce((SELECT max(number) FROM editions WHERE mapping_id = NEW.mapping_id), 0) + 1 THEN
    RAISE EXCEPTION 'edition % of mapping % does not follow the last one', NEW.number, NEW.mapping_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER editions_follow BEFORE INSERT ON "editions" FOR EACH ROW EXECUTE FUNCTION edition_follows();
--> statement-breakpoint
-- A change takes the number that its mapping counts, so that whoever has seen one has seen all before it.
CREATE FUNCTION mapping_change_counted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.change > (SELECT change FROM mappings WHERE id = NEW.mapping_id) THEN
    RAISE EXCEPTION 'change % of mapping % was not counted', NEW.change, NEW.mapping_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER mapping_changes_counted BEFORE INSERT ON "mapping_changes" FOR EACH ROW EXECUTE FUNCTION mapping_change_counted();
