ALTER TABLE "backlinks" DROP CONSTRAINT "backlinks_once";--> statement-breakpoint
ALTER TABLE "published_links" DROP CONSTRAINT "published_links_once";--> statement-breakpoint
ALTER TABLE "backlinks" DROP CONSTRAINT "backlinks_one";--> statement-breakpoint
ALTER TABLE "published_links" DROP CONSTRAINT "published_links_one";--> statement-breakpoint
ALTER TABLE "backlinks" ADD COLUMN "from_row_id" uuid;--> statement-breakpoint
ALTER TABLE "published_links" ADD COLUMN "from_row_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "origin_edition_id" uuid;--> statement-breakpoint
ALTER TABLE "backlinks" ADD CONSTRAINT "backlinks_from_row_id_mapping_rows_id_fk" FOREIGN KEY ("from_row_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_links" ADD CONSTRAINT "published_links_from_row_id_mapping_rows_id_fk" FOREIGN KEY ("from_row_id") REFERENCES "public"."mapping_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_origin_edition_id_editions_id_fk" FOREIGN KEY ("origin_edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "backlinks_row" ON "backlinks" USING btree ("from_row_id");--> statement-breakpoint
CREATE INDEX "published_links_row" ON "published_links" USING btree ("from_row_id");--> statement-breakpoint
CREATE INDEX "documents_origin_edition" ON "documents" USING btree ("origin_edition_id");--> statement-breakpoint
ALTER TABLE "backlinks" ADD CONSTRAINT "backlinks_once" UNIQUE NULLS NOT DISTINCT("from_meeting_id","from_document_id","from_row_id","target","target_id");--> statement-breakpoint
ALTER TABLE "published_links" ADD CONSTRAINT "published_links_once" UNIQUE NULLS NOT DISTINCT("from_meeting_id","from_document_id","from_row_id","target","target_id");--> statement-breakpoint
ALTER TABLE "backlinks" ADD CONSTRAINT "backlinks_one" CHECK (num_nonnulls("backlinks"."from_meeting_id", "backlinks"."from_document_id", "backlinks"."from_row_id") = 1);--> statement-breakpoint
ALTER TABLE "published_links" ADD CONSTRAINT "published_links_one" CHECK (num_nonnulls("published_links"."from_meeting_id", "published_links"."from_document_id", "published_links"."from_row_id") = 1);