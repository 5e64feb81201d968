-- What a batch is counted by stands beside the large values of a file, which need not be read for it then.
CREATE FUNCTION open_findings(reading jsonb, draft jsonb, severity text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT count(*)::int
  FROM jsonb_array_elements(coalesce(reading->'findings', '[]')) WITH ORDINALITY AS found (finding, place)
  WHERE finding->>'severity' = severity
    AND NOT coalesce(draft->'settled', '[]') @> to_jsonb(place::int - 1)
$$;--> statement-breakpoint
DROP INDEX "import_files_number";--> statement-breakpoint
ALTER TABLE "import_files"
  ADD COLUMN "draft_number" integer GENERATED ALWAYS AS (("import_files"."corrected"->>'number')::int) STORED,
  ADD COLUMN "open_errors" integer GENERATED ALWAYS AS (open_findings("import_files"."read", "import_files"."corrected", 'error')) STORED NOT NULL,
  ADD COLUMN "open_warnings" integer GENERATED ALWAYS AS (open_findings("import_files"."read", "import_files"."corrected", 'warning')) STORED NOT NULL,
  ADD COLUMN "open_notes" integer GENERATED ALWAYS AS (open_findings("import_files"."read", "import_files"."corrected", 'note')) STORED NOT NULL,
  ADD COLUMN "is_not_saved" boolean GENERATED ALWAYS AS (coalesce("import_files"."read" ? 'notSaved', false)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "import_files_number" ON "import_files" USING btree ("draft_number") WHERE "import_files"."state" = 'read' and "import_files"."kind" = 'report';
