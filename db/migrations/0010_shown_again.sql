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
