-- Files that were refused or put aside unread left their bytes behind, where nobody could come to them.
UPDATE "import_files" SET "original" = NULL
  WHERE "original" IS NOT NULL AND ("state" = 'refused' OR ("state" = 'discarded' AND "source" IS NULL));--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_refused_whole" CHECK ("import_files"."state" <> 'refused' or "import_files"."original" is null);
