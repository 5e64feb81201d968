-- Whether a list of activities has the form that the rows and the annex keep.
CREATE FUNCTION mapping_activities_fit(list jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(list) <> 'array' THEN false ELSE NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements(list) AS one WHERE CASE
      WHEN jsonb_typeof(one) <> 'object' THEN true
      ELSE coalesce(length(trim(one ->> 'title')), 0) = 0
        OR coalesce(one ->> 'id', '') !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        OR coalesce(one ->> 'kind', '') NOT IN ('mag', 'secretariat', 'bpf', 'dc', 'policy-network', 'nri', 'parliamentary', 'youth', 'main-session', 'workshop', 'other')
        OR coalesce(jsonb_typeof(one -> 'years'), '') <> 'array'
        OR NOT (coalesce(one ->> 'link', 'none') = '' OR coalesce(one ->> 'link', 'none') ~ '^https?://')
        OR coalesce(jsonb_typeof(one -> 'body'), '') <> 'string'
    END
  ) END
$$;
--> statement-breakpoint
CREATE TYPE "public"."row_scope" AS ENUM('proposed', 'in', 'out');--> statement-breakpoint
CREATE TYPE "public"."row_status" AS ENUM('open', 'under-way', 'done');--> statement-breakpoint
CREATE TABLE "annex_activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"row_id" uuid NOT NULL,
	"activity" jsonb NOT NULL,
	"edition_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"returned_at" timestamp with time zone,
	"returned_by" uuid,
	CONSTRAINT "annex_activities_fit" CHECK (mapping_activities_fit(jsonb_build_array("annex_activities"."activity"))),
	CONSTRAINT "annex_activities_returned" CHECK ("annex_activities"."returned_by" is null or "annex_activities"."returned_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "edition_files" (
	"edition_id" uuid NOT NULL,
	"format" text NOT NULL,
	"file" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "edition_files_edition_id_format_pk" PRIMARY KEY("edition_id","format"),
	CONSTRAINT "edition_files_format" CHECK ("edition_files"."format" in ('pdf', 'docx', 'xlsx', 'csv', 'md', 'json', 'png'))
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mapping_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"content" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"frozen_by" uuid NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "editions_once" UNIQUE("mapping_id","number"),
	CONSTRAINT "editions_number" CHECK ("editions"."number" > 0),
	CONSTRAINT "editions_sha256" CHECK ("editions"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"symbol" text NOT NULL,
	"dated" date,
	"link" text DEFAULT '' NOT NULL,
	CONSTRAINT "mandates_slug_unique" UNIQUE("slug"),
	CONSTRAINT "mandates_symbol_unique" UNIQUE("symbol"),
	CONSTRAINT "mandates_slug_form" CHECK ("mandates"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "mandates_title_present" CHECK (length(trim("mandates"."title")) > 0),
	CONSTRAINT "mandates_symbol_present" CHECK (length(trim("mandates"."symbol")) > 0),
	CONSTRAINT "mandates_link" CHECK ("mandates"."link" = '' or "mandates"."link" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "mapping_areas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mapping_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"aliases" text[] DEFAULT '{}' NOT NULL,
	"position" double precision NOT NULL,
	"cross_cutting" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mapping_areas_slug" UNIQUE("mapping_id","slug"),
	CONSTRAINT "mapping_areas_of_mapping" UNIQUE("mapping_id","id"),
	CONSTRAINT "mapping_areas_slug_form" CHECK ("mapping_areas"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "mapping_areas_title_present" CHECK (length(trim("mapping_areas"."title")) > 0),
	CONSTRAINT "mapping_areas_revision" CHECK ("mapping_areas"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "mapping_changes" (
	"mapping_id" uuid NOT NULL,
	"change" bigint NOT NULL,
	"row_id" uuid,
	"area_id" uuid,
	"field" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"author_id" uuid,
	"way" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mapping_changes_mapping_id_change_pk" PRIMARY KEY("mapping_id","change"),
	CONSTRAINT "mapping_changes_number" CHECK ("mapping_changes"."change" > 0 and "mapping_changes"."revision" >= 0),
	CONSTRAINT "mapping_changes_one" CHECK (num_nonnulls("mapping_changes"."row_id", "mapping_changes"."area_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "mapping_rows" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mapping_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"area_id" uuid NOT NULL,
	"position" double precision NOT NULL,
	"suggests" text DEFAULT '' NOT NULL,
	"citation_mandate" text DEFAULT '' NOT NULL,
	"citation_paragraph" text DEFAULT '' NOT NULL,
	"activities" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"synergies" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"scope" "row_scope" DEFAULT 'proposed' NOT NULL,
	"scope_reason" text DEFAULT '' NOT NULL,
	"scope_by" uuid,
	"scope_at" timestamp with time zone,
	"responsible_id" uuid,
	"status" "row_status" DEFAULT 'open' NOT NULL,
	"confirmed_on" date,
	"confirmed_by" uuid,
	"revisions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	"retired_reason" text DEFAULT '' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mapping_rows_number" UNIQUE("mapping_id","number"),
	CONSTRAINT "mapping_rows_number_form" CHECK ("mapping_rows"."number" > 0),
	CONSTRAINT "mapping_rows_activities" CHECK (mapping_activities_fit("mapping_rows"."activities")),
	CONSTRAINT "mapping_rows_synergies" CHECK (jsonb_typeof("mapping_rows"."synergies") = 'array'),
	CONSTRAINT "mapping_rows_revisions" CHECK (jsonb_typeof("mapping_rows"."revisions") = 'object'),
	CONSTRAINT "mapping_rows_scope_decided" CHECK ("mapping_rows"."scope" = 'proposed' or ("mapping_rows"."scope_at" is not null and length(trim("mapping_rows"."scope_reason")) > 0)),
	CONSTRAINT "mapping_rows_retired_whole" CHECK (("mapping_rows"."retired_at" is not null) = (length(trim("mapping_rows"."retired_reason")) > 0))
);
--> statement-breakpoint
CREATE TABLE "mappings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"mandate_id" uuid NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"rule" text DEFAULT '' NOT NULL,
	"months" integer DEFAULT 6 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"change" bigint DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mappings_once" UNIQUE("group_id","mandate_id"),
	CONSTRAINT "mappings_months" CHECK ("mappings"."months" between 4 and 6),
	CONSTRAINT "mappings_revision" CHECK ("mappings"."revision" > 0 and "mappings"."change" >= 0)
);
--> statement-breakpoint
CREATE TABLE "row_meetings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"row_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "threads" DROP CONSTRAINT "threads_one_text";--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "row_id" uuid;--> statement-breakpoint
ALTER TABLE "annex_activities" ADD CONSTRAINT "annex_activities_row_id_mapping_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annex_activities" ADD CONSTRAINT "annex_activities_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annex_activities" ADD CONSTRAINT "annex_activities_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_files" ADD CONSTRAINT "edition_files_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_frozen_by_people_id_fk" FOREIGN KEY ("frozen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_areas" ADD CONSTRAINT "mapping_areas_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_changes" ADD CONSTRAINT "mapping_changes_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_changes" ADD CONSTRAINT "mapping_changes_row_id_mapping_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_changes" ADD CONSTRAINT "mapping_changes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_scope_by_people_id_fk" FOREIGN KEY ("scope_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_responsible_id_people_id_fk" FOREIGN KEY ("responsible_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_retired_by_people_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_rows" ADD CONSTRAINT "mapping_rows_area" FOREIGN KEY ("mapping_id","area_id") REFERENCES "public"."mapping_areas"("mapping_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mappings" ADD CONSTRAINT "mappings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_meetings" ADD CONSTRAINT "row_meetings_row_id_mapping_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_meetings" ADD CONSTRAINT "row_meetings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_meetings" ADD CONSTRAINT "row_meetings_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_meetings" ADD CONSTRAINT "row_meetings_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "row_meetings" ADD CONSTRAINT "row_meetings_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annex_activities_row" ON "annex_activities" USING btree ("row_id");--> statement-breakpoint
CREATE INDEX "annex_activities_edition" ON "annex_activities" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "mapping_changes_row" ON "mapping_changes" USING btree ("row_id","field","change" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "mapping_rows_area_order" ON "mapping_rows" USING btree ("area_id","position");--> statement-breakpoint
CREATE INDEX "mapping_rows_responsible" ON "mapping_rows" USING btree ("responsible_id");--> statement-breakpoint
CREATE INDEX "row_meetings_row" ON "row_meetings" USING btree ("row_id");--> statement-breakpoint
CREATE INDEX "row_meetings_meeting" ON "row_meetings" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "row_meetings_item" ON "row_meetings" USING btree ("agenda_item_id");--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_row_id_mapping_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "threads_row" ON "threads" USING btree ("row_id","created_at");--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_one_text" CHECK (num_nonnulls("threads"."meeting_id", "threads"."document_id", "threads"."row_id") = 1);