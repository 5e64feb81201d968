ALTER TABLE "comment_drafts" ADD COLUMN "consultation_text_id" uuid;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD COLUMN "thread_id" uuid;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "by_owner" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD CONSTRAINT "comment_drafts_consultation_text_id_consultation_texts_id_fk" FOREIGN KEY ("consultation_text_id") REFERENCES "public"."consultation_texts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD CONSTRAINT "comment_drafts_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE set null ON UPDATE no action;