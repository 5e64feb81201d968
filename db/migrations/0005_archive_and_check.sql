CREATE TYPE "public"."link_state" AS ENUM('alive', 'dead', 'unsure');--> statement-breakpoint
ALTER TYPE "public"."import_state" ADD VALUE 'waiting';--> statement-breakpoint
CREATE TABLE "check_dismissals" (
	"meeting_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"key" text NOT NULL,
	"dismissed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "check_dismissals_meeting_id_rule_key_pk" PRIMARY KEY("meeting_id","rule","key")
);
--> statement-breakpoint
CREATE TABLE "checked_links" (
	"url" text PRIMARY KEY NOT NULL,
	"state" "link_state" NOT NULL,
	"status" integer,
	"reason" text DEFAULT '' NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_words" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"word" text NOT NULL,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_words_present" CHECK (length(trim("group_words"."word")) > 0)
);
--> statement-breakpoint
CREATE TABLE "override_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"override_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_checks" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"findings" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"report_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"finding" jsonb NOT NULL,
	"reason" text NOT NULL,
	"overridden_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_overrides_reason" CHECK (length(trim("report_overrides"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "document_revisions" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" jsonb NOT NULL,
	"author_id" uuid,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_revisions_document_id_number_pk" PRIMARY KEY("document_id","number"),
	CONSTRAINT "document_revisions_number" CHECK ("document_revisions"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"revision" integer NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_slug" UNIQUE("group_id","slug"),
	CONSTRAINT "documents_slug_form" CHECK ("documents"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "documents_title_present" CHECK (length(trim("documents"."title")) > 0),
	CONSTRAINT "documents_revision" CHECK ("documents"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "import_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"answered_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_answers_answer" CHECK ("import_answers"."answer" in ('same', 'other'))
);
--> statement-breakpoint
ALTER TABLE "import_files" DROP CONSTRAINT "import_files_saved_where";--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "paused_by" uuid;--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "kind" text DEFAULT 'report' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "original" "bytea";--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "check_dismissals" ADD CONSTRAINT "check_dismissals_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_dismissals" ADD CONSTRAINT "check_dismissals_dismissed_by_people_id_fk" FOREIGN KEY ("dismissed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_words" ADD CONSTRAINT "group_words_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_words" ADD CONSTRAINT "group_words_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "override_reviews" ADD CONSTRAINT "override_reviews_override_id_report_overrides_id_fk" FOREIGN KEY ("override_id") REFERENCES "public"."report_overrides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "override_reviews" ADD CONSTRAINT "override_reviews_reviewed_by_people_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_checks" ADD CONSTRAINT "report_checks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_overrides" ADD CONSTRAINT "report_overrides_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_overrides" ADD CONSTRAINT "report_overrides_overridden_by_people_id_fk" FOREIGN KEY ("overridden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD CONSTRAINT "document_revisions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD CONSTRAINT "document_revisions_of" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_answers" ADD CONSTRAINT "import_answers_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_answers" ADD CONSTRAINT "import_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_answers" ADD CONSTRAINT "import_answers_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checked_links_at" ON "checked_links" USING btree ("checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "group_words_once" ON "group_words" USING btree ("group_id",lower("word"));--> statement-breakpoint
CREATE INDEX "override_reviews_of" ON "override_reviews" USING btree ("override_id");--> statement-breakpoint
CREATE INDEX "report_overrides_report" ON "report_overrides" USING btree ("report_id");--> statement-breakpoint
CREATE UNIQUE INDEX "import_answers_once" ON "import_answers" USING btree ("batch_id",lower("name"),"person_id");--> statement-breakpoint
CREATE INDEX "import_answers_person" ON "import_answers" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_paused_by_people_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_kind" CHECK ("import_files"."kind" in ('report', 'document'));--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_saved_where" CHECK ("import_files"."state" <> 'saved' or num_nonnulls("import_files"."meeting_id", "import_files"."document_id") = 1);