CREATE TYPE "public"."error_answer" AS ENUM('corrected', 'no-error', 'noted');--> statement-breakpoint
CREATE TYPE "public"."ledger_kind" AS ENUM('report', 'document', 'compendium', 'edition');--> statement-breakpoint
CREATE TYPE "public"."quote_answer" AS ENUM('confirmed', 'other-words', 'unnamed');--> statement-breakpoint
CREATE TYPE "public"."quote_settlement" AS ENUM('taken', 'declined');--> statement-breakpoint
CREATE TYPE "public"."review_end" AS ENUM('passed', 'ended', 'given-up', 'published');--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"corrects_version" integer NOT NULL,
	"reason" text NOT NULL,
	"begun_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dropped_at" timestamp with time zone,
	"dropped_by" uuid,
	"report_id" uuid,
	CONSTRAINT "corrections_report" UNIQUE("report_id"),
	CONSTRAINT "corrections_reason_present" CHECK (length(trim("corrections"."reason")) > 0),
	CONSTRAINT "corrections_version" CHECK ("corrections"."corrects_version" > 0),
	CONSTRAINT "corrections_end" CHECK ("corrections"."dropped_at" is null or "corrections"."report_id" is null)
);
--> statement-breakpoint
CREATE TABLE "error_reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"quote" text DEFAULT '' NOT NULL,
	"message" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"email" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"submission" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"answer" "error_answer",
	"reply" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"correction_id" uuid,
	CONSTRAINT "error_reports_submission" UNIQUE("submission"),
	CONSTRAINT "error_reports_token" UNIQUE("token_hash"),
	CONSTRAINT "error_reports_message_present" CHECK (length(trim("error_reports"."message")) > 0),
	CONSTRAINT "error_reports_email_lower" CHECK ("error_reports"."email" = lower("error_reports"."email") and position('@' in "error_reports"."email") > 1),
	CONSTRAINT "error_reports_answered_whole" CHECK (num_nonnulls("error_reports"."answer", "error_reports"."answered_at", "error_reports"."answered_by") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"group_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" "ledger_kind" NOT NULL,
	"subject_id" uuid NOT NULL,
	"address" text NOT NULL,
	"sha256" text NOT NULL,
	"previous" text,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_entries_group_id_position_pk" PRIMARY KEY("group_id","position"),
	CONSTRAINT "ledger_entries_subject" UNIQUE("kind","subject_id"),
	CONSTRAINT "ledger_entries_hash" UNIQUE("hash"),
	CONSTRAINT "ledger_entries_position" CHECK ("ledger_entries"."position" > 0),
	CONSTRAINT "ledger_entries_first" CHECK (("ledger_entries"."position" = 1) = ("ledger_entries"."previous" is null)),
	CONSTRAINT "ledger_entries_hashes" CHECK ("ledger_entries"."sha256" ~ '^[0-9a-f]{64}$' and "ledger_entries"."hash" ~ '^[0-9a-f]{64}$' and "ledger_entries"."previous" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "record_names" (
	"report_id" uuid NOT NULL,
	"key" text NOT NULL,
	"person_id" uuid,
	"name" text,
	"salt" text,
	"commitment" text NOT NULL,
	"erased_at" timestamp with time zone,
	"erased_by" uuid,
	"erased_because" text,
	CONSTRAINT "record_names_report_id_key_pk" PRIMARY KEY("report_id","key"),
	CONSTRAINT "record_names_commitment" CHECK ("record_names"."commitment" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "record_names_erased_whole" CHECK (num_nonnulls("record_names"."name", "record_names"."salt") = case when "record_names"."erased_at" is null then 2 else 0 end),
	CONSTRAINT "record_names_erased_why" CHECK (num_nonnulls("record_names"."erased_at", "record_names"."erased_because") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "report_files" (
	"report_id" uuid NOT NULL,
	"format" text NOT NULL,
	"file" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_files_report_id_format_pk" PRIMARY KEY("report_id","format"),
	CONSTRAINT "report_files_format" CHECK ("report_files"."format" in ('pdf', 'docx', 'md', 'json', 'txt', 'png'))
);
--> statement-breakpoint
CREATE TABLE "archive_publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publication_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"input" jsonb NOT NULL,
	"proposed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dropped_at" timestamp with time zone,
	"dropped_by" uuid,
	"report_id" uuid,
	CONSTRAINT "publication_proposals_report" UNIQUE("report_id"),
	CONSTRAINT "publication_proposals_end" CHECK ("publication_proposals"."dropped_at" is null or "publication_proposals"."report_id" is null)
);
--> statement-breakpoint
CREATE TABLE "quote_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"review_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"revision" integer NOT NULL,
	"statements" jsonb NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mailed_at" timestamp with time zone,
	"answer" "quote_answer",
	"answered_at" timestamp with time zone,
	"words" jsonb,
	"note" text DEFAULT '' NOT NULL,
	"settlement" "quote_settlement",
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"settle_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "quote_requests_token" UNIQUE("token_hash"),
	CONSTRAINT "quote_requests_once" UNIQUE("review_id","name"),
	CONSTRAINT "quote_requests_name_present" CHECK (length(trim("quote_requests"."name")) > 0),
	CONSTRAINT "quote_requests_answered_whole" CHECK (("quote_requests"."answer" is null) = ("quote_requests"."answered_at" is null)),
	CONSTRAINT "quote_requests_words" CHECK (("quote_requests"."answer" is not distinct from 'other-words') = ("quote_requests"."words" is not null)),
	CONSTRAINT "quote_requests_settled_whole" CHECK (num_nonnulls("quote_requests"."settlement", "quote_requests"."settled_at") in (0, 2) and ("quote_requests"."settlement" is null or "quote_requests"."answer" is not null)),
	CONSTRAINT "quote_requests_declined_why" CHECK ("quote_requests"."settlement" is distinct from 'declined' or length(trim("quote_requests"."settle_reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"version" integer NOT NULL,
	"opened_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end" "review_end",
	CONSTRAINT "reviews_consultation" UNIQUE("consultation_id"),
	CONSTRAINT "reviews_ended_whole" CHECK (("reviews"."ended_at" is null) = ("reviews"."end" is null)),
	CONSTRAINT "reviews_version_positive" CHECK ("reviews"."version" > 0 and "reviews"."revision" > 0)
);
--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "publishers" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "review_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "archive_publication_id" uuid;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_dropped_by_people_id_fk" FOREIGN KEY ("dropped_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_meeting_in_group" FOREIGN KEY ("group_id","meeting_id") REFERENCES "public"."meetings"("group_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_reports" ADD CONSTRAINT "error_reports_meeting_in_group" FOREIGN KEY ("group_id","meeting_id") REFERENCES "public"."meetings"("group_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_names" ADD CONSTRAINT "record_names_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_names" ADD CONSTRAINT "record_names_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_names" ADD CONSTRAINT "record_names_erased_by_people_id_fk" FOREIGN KEY ("erased_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_publications" ADD CONSTRAINT "archive_publications_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_publications" ADD CONSTRAINT "archive_publications_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_proposals" ADD CONSTRAINT "publication_proposals_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_proposals" ADD CONSTRAINT "publication_proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_proposals" ADD CONSTRAINT "publication_proposals_dropped_by_people_id_fk" FOREIGN KEY ("dropped_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_proposals" ADD CONSTRAINT "publication_proposals_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_proposals" ADD CONSTRAINT "publication_proposals_meeting_in_group" FOREIGN KEY ("group_id","meeting_id") REFERENCES "public"."meetings"("group_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_requests" ADD CONSTRAINT "quote_requests_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_requests" ADD CONSTRAINT "quote_requests_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_requests" ADD CONSTRAINT "quote_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quote_requests" ADD CONSTRAINT "quote_requests_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_meeting_in_group" FOREIGN KEY ("group_id","meeting_id") REFERENCES "public"."meetings"("group_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "corrections_one_open" ON "corrections" USING btree ("meeting_id") WHERE "corrections"."dropped_at" is null and "corrections"."report_id" is null;--> statement-breakpoint
CREATE INDEX "error_reports_queue" ON "error_reports" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "error_reports_address" ON "error_reports" USING btree ("email","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_proposals_one_open" ON "publication_proposals" USING btree ("meeting_id") WHERE "publication_proposals"."dropped_at" is null and "publication_proposals"."report_id" is null;--> statement-breakpoint
CREATE INDEX "quote_requests_meeting" ON "quote_requests" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_one_open" ON "reviews" USING btree ("meeting_id") WHERE "reviews"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "reviews_meeting" ON "reviews" USING btree ("meeting_id","created_at");--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_archive_publication_id_archive_publications_id_fk" FOREIGN KEY ("archive_publication_id") REFERENCES "public"."archive_publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_archive_publication" ON "reports" USING btree ("archive_publication_id");--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_publishers" CHECK ("groups"."publishers" in (1, 2));--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_review_days" CHECK ("groups"."review_days" between 1 and 90);