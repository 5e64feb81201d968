CREATE TYPE "public"."proposed_deed" AS ENUM('publish', 'withdraw');--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'error-reported';--> statement-breakpoint
CREATE TABLE "archive_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"input" jsonb NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"dropped_at" timestamp with time zone,
	"dropped_by" uuid,
	"publication_id" uuid,
	CONSTRAINT "archive_proposals_publication" UNIQUE("publication_id"),
	CONSTRAINT "archive_proposals_end" CHECK ("archive_proposals"."dropped_at" is null or "archive_proposals"."publication_id" is null)
);
--> statement-breakpoint
CREATE TABLE "earlier_quote_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"request_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"statements" jsonb NOT NULL,
	"answer" "quote_answer" NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"words" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"settlement" "quote_settlement",
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"settle_reason" text DEFAULT '' NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "earlier_quote_answers_words" CHECK (("earlier_quote_answers"."answer" = 'other-words') = ("earlier_quote_answers"."words" is not null))
);
--> statement-breakpoint
ALTER TABLE "record_names" DROP CONSTRAINT "record_names_report_id_reports_id_fk";--> statement-breakpoint
ALTER TABLE "record_names" RENAME COLUMN "report_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "record_names" RENAME CONSTRAINT "record_names_report_id_key_pk" TO "record_names_subject_id_key_pk";--> statement-breakpoint
ALTER TABLE "record_names" ADD COLUMN "kind" "ledger_kind" DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "record_names" ALTER COLUMN "kind" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "publication_proposals" ADD COLUMN "deed" "proposed_deed" DEFAULT 'publish' NOT NULL;--> statement-breakpoint
ALTER TABLE "archive_proposals" ADD CONSTRAINT "archive_proposals_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_proposals" ADD CONSTRAINT "archive_proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_proposals" ADD CONSTRAINT "archive_proposals_dropped_by_people_id_fk" FOREIGN KEY ("dropped_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_proposals" ADD CONSTRAINT "archive_proposals_publication_id_archive_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."archive_publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_quote_answers" ADD CONSTRAINT "earlier_quote_answers_request_id_quote_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."quote_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "earlier_quote_answers" ADD CONSTRAINT "earlier_quote_answers_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "archive_proposals_one_open" ON "archive_proposals" USING btree ("group_id") WHERE "archive_proposals"."dropped_at" is null and "archive_proposals"."publication_id" is null;--> statement-breakpoint
CREATE INDEX "earlier_quote_answers_request" ON "earlier_quote_answers" USING btree ("request_id","answered_at");
--> statement-breakpoint
-- Names stand beside a version that is there: of every kind, so that no reference can say it.
CREATE FUNCTION record_name_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (CASE NEW.kind
    WHEN 'report' THEN EXISTS (SELECT FROM reports WHERE id = NEW.subject_id)
    WHEN 'document' THEN EXISTS (SELECT FROM document_versions WHERE id = NEW.subject_id)
    WHEN 'compendium' THEN EXISTS (SELECT FROM compendia WHERE id = NEW.subject_id)
    ELSE EXISTS (SELECT FROM editions WHERE id = NEW.subject_id) END) THEN
    RAISE EXCEPTION 'record_names: there is no % %', NEW.kind, NEW.subject_id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_names_of_versions BEFORE INSERT ON "record_names" FOR EACH ROW EXECUTE FUNCTION record_name_of_version();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION record_name_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind <> OLD.kind OR NEW.subject_id <> OLD.subject_id OR NEW.key <> OLD.key OR NEW.commitment <> OLD.commitment
    OR (NEW.name IS DISTINCT FROM OLD.name AND NEW.name IS NOT NULL)
    OR (NEW.salt IS DISTINCT FROM OLD.salt AND NEW.salt IS NOT NULL)
    OR (OLD.erased_at IS NOT NULL AND NEW.erased_at IS DISTINCT FROM OLD.erased_at) THEN
    RAISE EXCEPTION 'record_names: a name can only be erased' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- What was answered before stays; proposals come to an end and are never deleted.
CREATE TRIGGER earlier_quote_answers_written_once BEFORE UPDATE OR DELETE ON "earlier_quote_answers" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER earlier_quote_answers_not_emptied BEFORE TRUNCATE ON "earlier_quote_answers" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER archive_proposals_stay BEFORE DELETE ON "archive_proposals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER archive_proposals_not_emptied BEFORE TRUNCATE ON "archive_proposals" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
