CREATE TYPE "public"."search_state" AS ENUM('retired', 'annex');--> statement-breakpoint
ALTER TYPE "public"."link_target" ADD VALUE 'mapping-row';--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "state" "search_state";--> statement-breakpoint
CREATE INDEX "mapping_changes_at" ON "mapping_changes" USING btree ("mapping_id","at");