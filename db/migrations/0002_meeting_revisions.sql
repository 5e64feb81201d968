ALTER TABLE "meetings" ADD COLUMN "agenda_revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "attendance_revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;