-- One file for each place of a batch was held by a lock alone. Should two have come to stand in one, the later
-- ones go behind the last of their batch, so that none is lost: each to a place of its own with the room for
-- what an archive holds (10,000 places), as an archive is unpacked from such a place alone.
UPDATE "import_files" SET "position" = "moved"."to" FROM (
  SELECT "id", ("last" / 10000 + row_number() OVER (PARTITION BY "batch_id" ORDER BY "position", "id")) * 10000 AS "to" FROM (
    SELECT "id", "batch_id", "position",
      max("position") OVER (PARTITION BY "batch_id") AS "last",
      row_number() OVER (PARTITION BY "batch_id", "position" ORDER BY "id") AS "nth"
    FROM "import_files"
  ) AS "placed" WHERE "nth" > 1
) AS "moved" WHERE "moved"."id" = "import_files"."id";--> statement-breakpoint
DROP INDEX "import_files_batch";--> statement-breakpoint
ALTER TABLE "import_files" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "import_files_place" ON "import_files" USING btree ("batch_id","position");--> statement-breakpoint
CREATE INDEX "import_files_meeting" ON "import_files" USING btree ("meeting_id") WHERE "import_files"."meeting_id" is not null;--> statement-breakpoint
CREATE INDEX "import_files_document" ON "import_files" USING btree ("document_id") WHERE "import_files"."document_id" is not null;
