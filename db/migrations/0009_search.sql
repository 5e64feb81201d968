CREATE TABLE "search_fills" (
	"form" integer PRIMARY KEY NOT NULL,
	"upto" text DEFAULT '' NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "search_texts" ALTER COLUMN "terms" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "names" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "also" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "twin" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "search_texts_day" ON "search_texts" USING btree ("day" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "search_texts_area" ON "search_texts" USING btree ("area") WHERE "search_texts"."area" is not null;--> statement-breakpoint
ALTER TABLE "search_texts" DROP COLUMN "person_ids";--> statement-breakpoint
ALTER TABLE "search_texts" ADD COLUMN "pairs" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "search_texts_pairs" ON "search_texts" USING gin ("pairs");