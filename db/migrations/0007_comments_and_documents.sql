-- Word comparison that forgives a slip, and letters without their accents; both are trusted extensions.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE TYPE "public"."consultation_audience" AS ENUM('members', 'invited', 'anyone');--> statement-breakpoint
CREATE TYPE "public"."inbound_outcome" AS ENUM('waiting', 'filed', 'kept', 'refused');--> statement-breakpoint
CREATE TYPE "public"."dispatch_kind" AS ENUM('sent', 'answered');--> statement-breakpoint
CREATE TYPE "public"."document_kind" AS ENUM('charter', 'activity-plan', 'action-plan', 'proposal', 'letter', 'response', 'other');--> statement-breakpoint
CREATE TYPE "public"."document_status" AS ENUM('draft', 'open', 'agreed', 'sent', 'superseded', 'archived');--> statement-breakpoint
CREATE TYPE "public"."link_target" AS ENUM('meeting', 'decision', 'document');--> statement-breakpoint
CREATE TYPE "public"."answer_kind" AS ENUM('coming', 'not-coming', 'perhaps');--> statement-breakpoint
CREATE TYPE "public"."notice_kind" AS ENUM('mentioned', 'replied', 'resolved', 'consultation-opening', 'consultation-closing', 'consultation-result', 'action-given', 'version-published', 'call-announced');--> statement-breakpoint
CREATE TYPE "public"."notice_tempo" AS ENUM('at-once', 'daily', 'weekly', 'never');--> statement-breakpoint
CREATE TYPE "public"."search_kind" AS ENUM('meeting', 'agenda-item', 'decision', 'action', 'minutes', 'document', 'comment', 'report', 'person', 'mapping-row');--> statement-breakpoint
CREATE TYPE "public"."search_reach" AS ENUM('public', 'members', 'co-chairs');--> statement-breakpoint
CREATE TYPE "public"."comment_way" AS ENUM('portal', 'link', 'mail', 'sheet');--> statement-breakpoint
CREATE TYPE "public"."disposition" AS ENUM('accepted', 'partly-accepted', 'not-accepted', 'noted');--> statement-breakpoint
CREATE TYPE "public"."moderation" AS ENUM('waiting', 'admitted', 'refused');--> statement-breakpoint
CREATE TYPE "public"."reaction_kind" AS ENUM('agree', 'question');--> statement-breakpoint
CREATE TYPE "public"."thread_about" AS ENUM('text', 'section', 'item', 'action', 'passage');--> statement-breakpoint
CREATE TYPE "public"."thread_state" AS ENUM('open', 'resolved');--> statement-breakpoint
CREATE TABLE "compendia" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "compendia_once" UNIQUE("consultation_id","version"),
	CONSTRAINT "compendia_version" CHECK ("compendia"."version" > 0),
	CONSTRAINT "compendia_sha256" CHECK ("compendia"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "consultation_calls" (
	"consultation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultation_calls_consultation_id_kind_recipient_id_pk" PRIMARY KEY("consultation_id","kind","recipient_id"),
	CONSTRAINT "consultation_calls_kind" CHECK ("consultation_calls"."kind" in ('opening', 'reminder', 'result'))
);
--> statement-breakpoint
CREATE TABLE "consultation_guests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"stakeholder_group" "stakeholder_group",
	"locale" text DEFAULT 'en' NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"silenced_at" timestamp with time zone,
	CONSTRAINT "consultation_guests_token" UNIQUE("token_hash"),
	CONSTRAINT "consultation_guests_once" UNIQUE("consultation_id","email"),
	CONSTRAINT "consultation_guests_email_lower" CHECK ("consultation_guests"."email" = lower("consultation_guests"."email") and position('@' in "consultation_guests"."email") > 1)
);
--> statement-breakpoint
CREATE TABLE "consultation_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"meeting_id" uuid,
	"document_id" uuid,
	"revision" integer,
	CONSTRAINT "consultation_texts_once" UNIQUE NULLS NOT DISTINCT("consultation_id","meeting_id","document_id"),
	CONSTRAINT "consultation_texts_one" CHECK (num_nonnulls("consultation_texts"."meeting_id", "consultation_texts"."document_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"audience" "consultation_audience" NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"late_until" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"asked_by" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultations_slug" UNIQUE("group_id","slug"),
	CONSTRAINT "consultations_slug_form" CHECK ("consultations"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "consultations_title_present" CHECK (length(trim("consultations"."title")) > 0),
	CONSTRAINT "consultations_question_present" CHECK (length(trim("consultations"."question")) > 0),
	CONSTRAINT "consultations_order" CHECK ("consultations"."closes_at" > "consultations"."opens_at"),
	CONSTRAINT "consultations_late" CHECK ("consultations"."late_until" is null or "consultations"."late_until" > "consultations"."closes_at"),
	CONSTRAINT "consultations_cancelled_whole" CHECK (("consultations"."cancelled_at" is null) = ("consultations"."cancel_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "inbound_mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message_id" text NOT NULL,
	"recipient" text NOT NULL,
	"raw" "bytea",
	"outcome" "inbound_outcome" DEFAULT 'waiting' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"comment_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "inbound_mails_settled" CHECK (("inbound_mails"."outcome" = 'waiting') = ("inbound_mails"."settled_at" is null) and ("inbound_mails"."outcome" <> 'waiting' or "inbound_mails"."raw" is not null))
);
--> statement-breakpoint
CREATE TABLE "worksheets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"name" text NOT NULL,
	"file" "bytea" NOT NULL,
	"brought_in_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "backlinks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"from_meeting_id" uuid,
	"from_document_id" uuid,
	"target" "link_target" NOT NULL,
	"target_id" uuid NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "backlinks_once" UNIQUE NULLS NOT DISTINCT("from_meeting_id","from_document_id","target","target_id"),
	CONSTRAINT "backlinks_one" CHECK (num_nonnulls("backlinks"."from_meeting_id", "backlinks"."from_document_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "document_dispatches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"kind" "dispatch_kind" NOT NULL,
	"party" text NOT NULL,
	"day" date NOT NULL,
	"version_id" uuid,
	"answers" uuid,
	"note" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"entered_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "document_dispatches_party" CHECK (length(trim("document_dispatches"."party")) > 0),
	CONSTRAINT "document_dispatches_withdrawn" CHECK (("document_dispatches"."withdrawn_at" is null) = ("document_dispatches"."withdrawn_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "document_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"file" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_files_name" CHECK (length(trim("document_files"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "document_publications" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_versions_once" UNIQUE("document_id","number"),
	CONSTRAINT "document_versions_name" UNIQUE("document_id","name"),
	CONSTRAINT "document_versions_number" CHECK ("document_versions"."number" > 0),
	CONSTRAINT "document_versions_name_present" CHECK (length(trim("document_versions"."name")) > 0),
	CONSTRAINT "document_versions_sha256" CHECK ("document_versions"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "missing_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"label" text NOT NULL,
	"meeting_id" uuid,
	"document_id" uuid,
	"gone_at" timestamp with time zone,
	"filled_document_id" uuid,
	"filled_href" text,
	"filled_by" uuid,
	"filled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "missing_documents_once" UNIQUE NULLS NOT DISTINCT("meeting_id","document_id","label"),
	CONSTRAINT "missing_documents_one" CHECK (num_nonnulls("missing_documents"."meeting_id", "missing_documents"."document_id") = 1),
	CONSTRAINT "missing_documents_filled" CHECK ((num_nonnulls("missing_documents"."filled_document_id", "missing_documents"."filled_href") = 1) = ("missing_documents"."filled_at" is not null)),
	CONSTRAINT "missing_documents_label" CHECK (length(trim("missing_documents"."label")) > 0)
);
--> statement-breakpoint
CREATE TABLE "document_contributors" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "document_contributors_document_id_number_person_id_pk" PRIMARY KEY("document_id","number","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_states" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"last" integer DEFAULT 0 NOT NULL,
	"snapshot" "bytea" NOT NULL,
	"snapshot_upto" integer DEFAULT 0 NOT NULL,
	"schema" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "document_states_order" CHECK ("document_states"."last" >= "document_states"."snapshot_upto" and "document_states"."snapshot_upto" >= 0)
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"update" "bytea" NOT NULL,
	"author_id" uuid,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "document_updates_document_id_number_pk" PRIMARY KEY("document_id","number"),
	CONSTRAINT "document_updates_number" CHECK ("document_updates"."number" > 0),
	CONSTRAINT "document_updates_present" CHECK (octet_length("document_updates"."update") > 0)
);
--> statement-breakpoint
CREATE TABLE "document_writers" (
	"document_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"from_clock" integer NOT NULL,
	"author_id" uuid,
	CONSTRAINT "document_writers_document_id_client_id_from_clock_pk" PRIMARY KEY("document_id","client_id","from_clock")
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"person_id" uuid NOT NULL,
	"tempo" "notice_tempo" NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "digests_person_id_tempo_pk" PRIMARY KEY("person_id","tempo"),
	CONSTRAINT "digests_tempo" CHECK ("digests"."tempo" in ('daily', 'weekly'))
);
--> statement-breakpoint
CREATE TABLE "meeting_answers" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"answer" "answer_kind" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "meeting_answers_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid,
	"kind" "notice_kind" NOT NULL,
	"tempo" "notice_tempo" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_choices_once" UNIQUE NULLS NOT DISTINCT("person_id","group_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"group_id" uuid,
	"kind" "notice_kind" NOT NULL,
	"key" text NOT NULL,
	"href" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"thread_id" uuid,
	"tempo" "notice_tempo" NOT NULL,
	"mail_id" uuid,
	"read_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notices_once" UNIQUE("person_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "person_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_texts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid,
	"kind" "search_kind" NOT NULL,
	"reach" "search_reach" NOT NULL,
	"source" text NOT NULL,
	"part" integer NOT NULL,
	"href" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"language" text DEFAULT 'english' NOT NULL,
	"day" date,
	"person_ids" uuid[] DEFAULT '{}' NOT NULL,
	"area" text,
	"terms" "tsvector",
	CONSTRAINT "search_texts_once" UNIQUE("source","part")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"occurrences" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"guest_id" uuid,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"kept_because" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_drafts_once" UNIQUE NULLS NOT DISTINCT("person_id","guest_id","key"),
	CONSTRAINT "comment_drafts_one_author" CHECK (num_nonnulls("comment_drafts"."person_id", "comment_drafts"."guest_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "comment_mentions" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "comment_mentions_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comment_reactions" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "reaction_kind" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_reactions_comment_id_person_id_kind_pk" PRIMARY KEY("comment_id","person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "comment_revisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"text" text NOT NULL,
	"proposal" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "comments_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" uuid NOT NULL,
	"author_id" uuid,
	"guest_id" uuid,
	"text" text NOT NULL,
	"proposal" text,
	"applied_at" timestamp with time zone,
	"applied_by" uuid,
	"way" "comment_way" DEFAULT 'portal' NOT NULL,
	"submission" uuid NOT NULL,
	"consultation_id" uuid,
	"late" boolean DEFAULT false NOT NULL,
	"unnamed" boolean DEFAULT false NOT NULL,
	"moderation" "moderation" DEFAULT 'admitted' NOT NULL,
	"moderated_by" uuid,
	"moderated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"hidden_by" uuid,
	"hidden_reason" text,
	CONSTRAINT "comments_seq" UNIQUE("seq"),
	CONSTRAINT "comments_submission_once" UNIQUE("submission"),
	CONSTRAINT "comments_one_author" CHECK (num_nonnulls("comments"."author_id", "comments"."guest_id") = 1),
	CONSTRAINT "comments_text_present" CHECK (length(trim("comments"."text")) > 0),
	CONSTRAINT "comments_hidden_whole" CHECK (("comments"."hidden_at" is null) = ("comments"."hidden_reason" is null) and ("comments"."hidden_reason" is null or length(trim("comments"."hidden_reason")) > 0)),
	CONSTRAINT "comments_applied_whole" CHECK (("comments"."applied_at" is null) = ("comments"."applied_by" is null))
);
--> statement-breakpoint
CREATE TABLE "thread_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"thread_id" uuid NOT NULL,
	"state" "thread_state" NOT NULL,
	"disposition" "disposition",
	"reason" text DEFAULT '' NOT NULL,
	"moved_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_mutes" (
	"thread_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_mutes_thread_id_person_id_pk" PRIMARY KEY("thread_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "thread_reads" (
	"person_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_reads_person_id_text_id_pk" PRIMARY KEY("person_id","text_id")
);
--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"meeting_id" uuid,
	"document_id" uuid,
	"about" "thread_about" NOT NULL,
	"place" text,
	"anchor_start" "bytea",
	"anchor_end" "bytea",
	"quote" text DEFAULT '' NOT NULL,
	"quote_before" text DEFAULT '' NOT NULL,
	"quote_after" text DEFAULT '' NOT NULL,
	"lost_at" timestamp with time zone,
	"consultation_id" uuid,
	"state" "thread_state" DEFAULT 'open' NOT NULL,
	"disposition" "disposition",
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threads_one_text" CHECK (num_nonnulls("threads"."meeting_id", "threads"."document_id") = 1),
	CONSTRAINT "threads_place" CHECK (("threads"."about" = 'text') = ("threads"."place" is null)),
	CONSTRAINT "threads_anchor_whole" CHECK (("threads"."anchor_start" is null) = ("threads"."anchor_end" is null) and ("threads"."anchor_start" is null or "threads"."about" = 'passage')),
	CONSTRAINT "threads_quote" CHECK ("threads"."about" <> 'passage' or length("threads"."quote") > 0),
	CONSTRAINT "threads_resolved_whole" CHECK (("threads"."state" = 'resolved') = ("threads"."disposition" is not null) and ("threads"."state" = 'resolved') = ("threads"."decided_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "document_revisions" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD COLUMN "upto" integer;--> statement-breakpoint
ALTER TABLE "document_revisions" ADD COLUMN "authorship" jsonb;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "kind" "document_kind" DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "status" "document_status" DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "language" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "responsible_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "origin_meeting_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "origin_block_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "superseded_by" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "facts_revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "mailing_list" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "headers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_of_group" UNIQUE("group_id","id");
--> statement-breakpoint
ALTER TABLE "compendia" ADD CONSTRAINT "compendia_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compendia" ADD CONSTRAINT "compendia_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_calls" ADD CONSTRAINT "consultation_calls_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_guests" ADD CONSTRAINT "consultation_guests_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_guests" ADD CONSTRAINT "consultation_guests_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_texts" ADD CONSTRAINT "consultation_texts_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_texts" ADD CONSTRAINT "consultation_texts_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_texts" ADD CONSTRAINT "consultation_texts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worksheets" ADD CONSTRAINT "worksheets_brought_in_by_people_id_fk" FOREIGN KEY ("brought_in_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worksheets" ADD CONSTRAINT "worksheets_of" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backlinks" ADD CONSTRAINT "backlinks_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backlinks" ADD CONSTRAINT "backlinks_from_meeting_id_meetings_id_fk" FOREIGN KEY ("from_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "backlinks" ADD CONSTRAINT "backlinks_from_document_id_documents_id_fk" FOREIGN KEY ("from_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_dispatches" ADD CONSTRAINT "document_dispatches_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_dispatches" ADD CONSTRAINT "document_dispatches_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_dispatches" ADD CONSTRAINT "document_dispatches_file_id_document_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."document_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_dispatches" ADD CONSTRAINT "document_dispatches_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_dispatches" ADD CONSTRAINT "document_dispatches_answers" FOREIGN KEY ("answers") REFERENCES "public"."document_dispatches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_publications" ADD CONSTRAINT "document_publications_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_publications" ADD CONSTRAINT "document_publications_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_revision" FOREIGN KEY ("document_id","revision") REFERENCES "public"."document_revisions"("document_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_documents" ADD CONSTRAINT "missing_documents_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_documents" ADD CONSTRAINT "missing_documents_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_documents" ADD CONSTRAINT "missing_documents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_documents" ADD CONSTRAINT "missing_documents_filled_document_id_documents_id_fk" FOREIGN KEY ("filled_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "missing_documents" ADD CONSTRAINT "missing_documents_filled_by_people_id_fk" FOREIGN KEY ("filled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_contributors" ADD CONSTRAINT "document_contributors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_contributors" ADD CONSTRAINT "document_contributors_of" FOREIGN KEY ("document_id","number") REFERENCES "public"."document_revisions"("document_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_states" ADD CONSTRAINT "document_states_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_document_id_document_states_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document_states"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writers" ADD CONSTRAINT "document_writers_document_id_document_states_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document_states"("document_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writers" ADD CONSTRAINT "document_writers_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_answers" ADD CONSTRAINT "meeting_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_settings" ADD CONSTRAINT "person_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_texts" ADD CONSTRAINT "search_texts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD CONSTRAINT "comment_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD CONSTRAINT "comment_drafts_guest_id_consultation_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."consultation_guests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_mentions" ADD CONSTRAINT "comment_mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reactions" ADD CONSTRAINT "comment_reactions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reactions" ADD CONSTRAINT "comment_reactions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revisions" ADD CONSTRAINT "comment_revisions_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_guest_id_consultation_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."consultation_guests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_applied_by_people_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_moderated_by_people_id_fk" FOREIGN KEY ("moderated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_moves" ADD CONSTRAINT "thread_moves_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_moves" ADD CONSTRAINT "thread_moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_mutes" ADD CONSTRAINT "thread_mutes_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_mutes" ADD CONSTRAINT "thread_mutes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_texts_meeting" ON "consultation_texts" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "consultation_texts_document" ON "consultation_texts" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "consultations_group" ON "consultations" USING btree ("group_id","closes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_mails_once" ON "inbound_mails" USING btree ("message_id","recipient");--> statement-breakpoint
CREATE INDEX "inbound_mails_received" ON "inbound_mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "worksheets_consultation" ON "worksheets" USING btree ("consultation_id");--> statement-breakpoint
CREATE INDEX "backlinks_target" ON "backlinks" USING btree ("target","target_id");--> statement-breakpoint
CREATE INDEX "backlinks_document" ON "backlinks" USING btree ("from_document_id");--> statement-breakpoint
CREATE INDEX "document_dispatches_of" ON "document_dispatches" USING btree ("document_id","day");--> statement-breakpoint
CREATE INDEX "document_files_of" ON "document_files" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "missing_documents_group" ON "missing_documents" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "meeting_answers_person" ON "meeting_answers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("tempo","created_at") WHERE "notices"."mail_id" is null and "notices"."tempo" in ('daily', 'weekly');--> statement-breakpoint
CREATE INDEX "search_texts_terms" ON "search_texts" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "search_texts_group" ON "search_texts" USING btree ("group_id","kind");--> statement-breakpoint
CREATE INDEX "search_words_like" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "comment_mentions_person" ON "comment_mentions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "comment_reactions_person" ON "comment_reactions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "comment_revisions_of" ON "comment_revisions" USING btree ("comment_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_guest" ON "comments" USING btree ("guest_id");--> statement-breakpoint
CREATE INDEX "comments_consultation" ON "comments" USING btree ("consultation_id","seq");--> statement-breakpoint
CREATE INDEX "thread_moves_of" ON "thread_moves" USING btree ("thread_id","created_at");--> statement-breakpoint
CREATE INDEX "threads_meeting" ON "threads" USING btree ("meeting_id","created_at");--> statement-breakpoint
CREATE INDEX "threads_document" ON "threads" USING btree ("document_id","created_at");--> statement-breakpoint
CREATE INDEX "threads_group" ON "threads" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "threads_consultation" ON "threads" USING btree ("consultation_id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_responsible_id_people_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_origin_meeting_id_meetings_id_fk" FOREIGN KEY ("origin_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_superseded_by" FOREIGN KEY ("group_id","superseded_by") REFERENCES "public"."documents"("group_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_origin_meeting" ON "documents" USING btree ("origin_meeting_id");--> statement-breakpoint
CREATE INDEX "mails_unsent" ON "mails" USING btree ("created_at") WHERE "mails"."sent_at" is null or "mails"."failed_at" is not null;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_origin" CHECK ("documents"."origin_block_id" is null or "documents"."origin_meeting_id" is not null);--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_superseded" CHECK ("documents"."superseded_by" is distinct from "documents"."id");--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_mailing_list" CHECK (position('@' in "groups"."mailing_list") > 1);