-- What a text is filtered by, as words that stand in one index with its own.
CREATE FUNCTION search_facets(kind search_kind, reach search_reach, group_id uuid, day date) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN array_remove(ARRAY[
    CASE WHEN reach = 'public' THEN 'public' END,
    'k:' || kind::text,
    'g:' || group_id::text,
    'y:' || extract(year from day)::int::text,
    'm:' || (extract(year from day)::int * 100 + extract(month from day)::int)::text
  ], NULL);
--> statement-breakpoint
CREATE TABLE "link_fills" (
	"form" integer PRIMARY KEY NOT NULL,
	"upto" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "published_links" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"from_meeting_id" uuid,
	"from_document_id" uuid,
	"target" "link_target" NOT NULL,
	"target_id" uuid NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "published_links_once" UNIQUE NULLS NOT DISTINCT("from_meeting_id","from_document_id","target","target_id"),
	CONSTRAINT "published_links_one" CHECK (num_nonnulls("published_links"."from_meeting_id", "published_links"."from_document_id") = 1)
);
--> statement-breakpoint
DROP INDEX "search_texts_terms";--> statement-breakpoint
DROP INDEX "search_texts_pairs";--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "facets" text[] GENERATED ALWAYS AS (search_facets(kind, reach, group_id, day)) STORED;--> statement-breakpoint
ALTER TABLE "published_links" ADD CONSTRAINT "published_links_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_links" ADD CONSTRAINT "published_links_from_meeting_id_meetings_id_fk" FOREIGN KEY ("from_meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_links" ADD CONSTRAINT "published_links_from_document_id_documents_id_fk" FOREIGN KEY ("from_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_links_target" ON "published_links" USING btree ("target","target_id");--> statement-breakpoint
CREATE INDEX "published_links_document" ON "published_links" USING btree ("from_document_id");--> statement-breakpoint
CREATE INDEX "search_texts_find" ON "search_texts" USING gin ("terms","facets","pairs") WITH (gin_pending_list_limit=512);