-- Records that may only grow: published versions, revisions of minutes, the trail of events.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER reports_written_once BEFORE UPDATE OR DELETE ON "reports" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reports_not_emptied BEFORE TRUNCATE ON "reports" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_revisions_written_once BEFORE UPDATE OR DELETE ON "minutes_revisions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_revisions_not_emptied BEFORE TRUNCATE ON "minutes_revisions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER events_written_once BEFORE UPDATE OR DELETE ON "events" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER events_not_emptied BEFORE TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The pointer of the minutes only moves forward, by one, and never past what is stored.
CREATE FUNCTION minutes_pointer_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1 THEN
    RAISE EXCEPTION 'minutes %: revision % cannot follow %', OLD.meeting_id, NEW.revision, OLD.revision USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER minutes_forward BEFORE UPDATE ON "minutes" FOR EACH ROW EXECUTE FUNCTION minutes_pointer_forward();
--> statement-breakpoint
-- Versions of a report follow each other without a gap.
CREATE FUNCTION reports_in_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM reports WHERE meeting_id = NEW.meeting_id) THEN
    RAISE EXCEPTION 'meeting %: version % is out of sequence', NEW.meeting_id, NEW.version USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reports_in_sequence BEFORE INSERT ON "reports" FOR EACH ROW EXECUTE FUNCTION reports_in_sequence();
