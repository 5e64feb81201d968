CREATE TABLE "mapping_sheets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mapping_id" uuid NOT NULL,
	"name" text NOT NULL,
	"content" jsonb NOT NULL,
	"brought_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	"added" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "mapping_sheets_taken" CHECK ("mapping_sheets"."taken_by" is null or "mapping_sheets"."taken_at" is not null),
	CONSTRAINT "mapping_sheets_counts" CHECK ("mapping_sheets"."added" >= 0 and "mapping_sheets"."changed" >= 0)
);
--> statement-breakpoint
ALTER TABLE "mapping_sheets" ADD CONSTRAINT "mapping_sheets_mapping_id_mappings_id_fk" FOREIGN KEY ("mapping_id") REFERENCES "public"."mappings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_sheets" ADD CONSTRAINT "mapping_sheets_brought_by_people_id_fk" FOREIGN KEY ("brought_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mapping_sheets" ADD CONSTRAINT "mapping_sheets_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mapping_sheets_mapping" ON "mapping_sheets" USING btree ("mapping_id","created_at" DESC NULLS LAST);