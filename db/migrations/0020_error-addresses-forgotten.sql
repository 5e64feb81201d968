ALTER TABLE "error_reports" ALTER COLUMN "email" DROP NOT NULL;
--> statement-breakpoint
-- What was answered before: the letter has its address.
UPDATE "error_reports" SET "email" = NULL WHERE "answered_at" IS NOT NULL;
