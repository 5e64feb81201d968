CREATE TABLE "comment_hides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"hidden_at" timestamp with time zone NOT NULL,
	"hidden_by" uuid,
	"hidden_reason" text NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"shown_by" uuid,
	"shown_reason" text NOT NULL,
	CONSTRAINT "comment_hides_order" CHECK ("comment_hides"."shown_at" >= "comment_hides"."hidden_at"),
	CONSTRAINT "comment_hides_reason" CHECK (length(trim("comment_hides"."shown_reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "consultation_calls" DROP CONSTRAINT "consultation_calls_kind";--> statement-breakpoint
ALTER TABLE "comment_hides" ADD CONSTRAINT "comment_hides_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_hides" ADD CONSTRAINT "comment_hides_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_hides" ADD CONSTRAINT "comment_hides_shown_by_people_id_fk" FOREIGN KEY ("shown_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_hides_of" ON "comment_hides" USING btree ("comment_id","hidden_at");--> statement-breakpoint
CREATE INDEX "inbound_mails_not_filed" ON "inbound_mails" USING btree ("created_at") WHERE "inbound_mails"."outcome" <> 'filed';--> statement-breakpoint
ALTER TABLE "consultation_calls" ADD CONSTRAINT "consultation_calls_kind" CHECK ("consultation_calls"."kind" in ('opening', 'reminder', 'cancelled', 'result') or "consultation_calls"."kind" ~ '^end [0-9]{4}-');--> statement-breakpoint
-- That a comment was hidden stays known: written once.
CREATE TRIGGER comment_hides_written_once BEFORE UPDATE OR DELETE ON "comment_hides" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comment_hides_not_emptied BEFORE TRUNCATE ON "comment_hides" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
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
--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'review-ended';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'quote-answered';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'publication-proposed';
