ALTER TABLE "comment_drafts" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD COLUMN "quote" text;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD COLUMN "unnamed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "comment_drafts_guest" ON "comment_drafts" USING btree ("guest_id");