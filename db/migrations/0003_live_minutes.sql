CREATE TYPE "public"."minutes_block_kind" AS ENUM('statement', 'decision', 'action', 'question');--> statement-breakpoint
CREATE TABLE "minutes_block_owners" (
	"meeting_id" uuid NOT NULL,
	"block_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	CONSTRAINT "minutes_block_owners_meeting_id_block_id_position_pk" PRIMARY KEY("meeting_id","block_id","position")
);
--> statement-breakpoint
CREATE TABLE "minutes_blocks" (
	"meeting_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" "minutes_block_kind" NOT NULL,
	"section_id" text NOT NULL,
	"position" integer NOT NULL,
	"words" text NOT NULL,
	"content" jsonb NOT NULL,
	"person_id" uuid,
	"name" text DEFAULT '' NOT NULL,
	"capacity" text DEFAULT '' NOT NULL,
	"due" date,
	"outcome" text,
	CONSTRAINT "minutes_blocks_meeting_id_id_pk" PRIMARY KEY("meeting_id","id")
);
--> statement-breakpoint
CREATE TABLE "minutes_contributors" (
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "minutes_contributors_meeting_id_number_person_id_pk" PRIMARY KEY("meeting_id","number","person_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_documents" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"last" integer DEFAULT 0 NOT NULL,
	"snapshot" "bytea" NOT NULL,
	"snapshot_upto" integer DEFAULT 0 NOT NULL,
	"schema" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "minutes_documents_order" CHECK ("minutes_documents"."last" >= "minutes_documents"."snapshot_upto" and "minutes_documents"."snapshot_upto" >= 0)
);
--> statement-breakpoint
CREATE TABLE "minutes_revision_names" (
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"named_by" uuid,
	"named_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "minutes_revision_names_meeting_id_number_pk" PRIMARY KEY("meeting_id","number"),
	CONSTRAINT "minutes_revision_names_present" CHECK (length(trim("minutes_revision_names"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "minutes_updates" (
	"meeting_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"update" "bytea" NOT NULL,
	"author_id" uuid,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "minutes_updates_meeting_id_number_pk" PRIMARY KEY("meeting_id","number"),
	CONSTRAINT "minutes_updates_number" CHECK ("minutes_updates"."number" > 0),
	CONSTRAINT "minutes_updates_present" CHECK (octet_length("minutes_updates"."update") > 0)
);
--> statement-breakpoint
CREATE TABLE "minutes_writers" (
	"meeting_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"from_clock" integer NOT NULL,
	"author_id" uuid,
	CONSTRAINT "minutes_writers_meeting_id_client_id_from_clock_pk" PRIMARY KEY("meeting_id","client_id","from_clock")
);
--> statement-breakpoint
CREATE TABLE "agenda_turns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"started_by" uuid,
	CONSTRAINT "agenda_turns_order" CHECK ("agenda_turns"."ended_at" is null or "agenda_turns"."ended_at" >= "agenda_turns"."started_at")
);
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "carried_from" uuid;--> statement-breakpoint
ALTER TABLE "minutes_revisions" ADD COLUMN "upto" integer;--> statement-breakpoint
ALTER TABLE "minutes_revisions" ADD COLUMN "authorship" jsonb;--> statement-breakpoint
ALTER TABLE "minutes_block_owners" ADD CONSTRAINT "minutes_block_owners_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_block_owners" ADD CONSTRAINT "minutes_block_owners_of" FOREIGN KEY ("meeting_id","block_id") REFERENCES "public"."minutes_blocks"("meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_blocks" ADD CONSTRAINT "minutes_blocks_meeting_id_minutes_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."minutes"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_blocks" ADD CONSTRAINT "minutes_blocks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_contributors" ADD CONSTRAINT "minutes_contributors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_contributors" ADD CONSTRAINT "minutes_contributors_of" FOREIGN KEY ("meeting_id","number") REFERENCES "public"."minutes_revisions"("meeting_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_documents" ADD CONSTRAINT "minutes_documents_meeting_id_minutes_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."minutes"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_revision_names" ADD CONSTRAINT "minutes_revision_names_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_revision_names" ADD CONSTRAINT "minutes_revision_names_of" FOREIGN KEY ("meeting_id","number") REFERENCES "public"."minutes_revisions"("meeting_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_updates" ADD CONSTRAINT "minutes_updates_meeting_id_minutes_documents_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."minutes_documents"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_updates" ADD CONSTRAINT "minutes_updates_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_writers" ADD CONSTRAINT "minutes_writers_meeting_id_minutes_documents_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."minutes_documents"("meeting_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_writers" ADD CONSTRAINT "minutes_writers_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_turns" ADD CONSTRAINT "agenda_turns_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_turns" ADD CONSTRAINT "agenda_turns_item" FOREIGN KEY ("meeting_id","item_id") REFERENCES "public"."agenda_items"("meeting_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "minutes_block_owners_person" ON "minutes_block_owners" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "minutes_blocks_kind" ON "minutes_blocks" USING btree ("meeting_id","kind");--> statement-breakpoint
CREATE INDEX "minutes_blocks_person" ON "minutes_blocks" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_turns_one_open" ON "agenda_turns" USING btree ("meeting_id") WHERE "agenda_turns"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "agenda_turns_meeting" ON "agenda_turns" USING btree ("meeting_id","started_at");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_carried_from" FOREIGN KEY ("carried_from") REFERENCES "public"."agenda_items"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_items_carried" ON "agenda_items" USING btree ("carried_from");--> statement-breakpoint
-- The blocks of the minutes that stand already, as rows: their words are read as `blockText` reads them.
CREATE FUNCTION words_of_block(node jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE node->>'type'
    WHEN 'paragraph' THEN (
      SELECT coalesce(string_agg(
        CASE inner_node->>'type'
          WHEN 'text' THEN inner_node->>'text'
          WHEN 'mention' THEN inner_node->'attrs'->>'label'
          ELSE E'\n'
        END, '' ORDER BY place), '')
      FROM jsonb_array_elements(coalesce(node->'content', '[]')) WITH ORDINALITY AS i(inner_node, place))
    ELSE (
      SELECT coalesce(string_agg(words_of_block(child), E'\n' ORDER BY place), '')
      FROM jsonb_array_elements(coalesce(node->'content', '[]')) WITH ORDINALITY AS c(child, place))
  END
$$;
--> statement-breakpoint
INSERT INTO "minutes_blocks" ("meeting_id", "id", "kind", "section_id", "position", "words", "content", "person_id", "name", "capacity", "due", "outcome")
SELECT m."meeting_id", (b.block->'attrs'->>'id')::uuid, (b.block->>'type')::"minutes_block_kind", s.section_id,
  row_number() OVER (PARTITION BY m."meeting_id", s.section_id ORDER BY b.place) - 1,
  btrim(words_of_block(b.block), E' \t\r\n'), b.block,
  (SELECT p."id" FROM "people" p WHERE p."id"::text = b.block->'attrs'->>'personId'),
  coalesce(b.block->'attrs'->>'name', ''), coalesce(b.block->'attrs'->>'capacity', ''),
  (b.block->'attrs'->>'due')::date, b.block->'attrs'->>'outcome'
FROM "minutes" m
JOIN "minutes_revisions" r ON r."meeting_id" = m."meeting_id" AND r."number" = m."revision"
CROSS JOIN LATERAL jsonb_each(r."text"->'sections') AS s(section_id, doc)
CROSS JOIN LATERAL jsonb_array_elements(s.doc->'content') WITH ORDINALITY AS b(block, place)
WHERE b.block->>'type' IN ('statement', 'decision', 'action', 'question');
--> statement-breakpoint
INSERT INTO "minutes_block_owners" ("meeting_id", "block_id", "position", "person_id", "name")
SELECT b."meeting_id", b."id", o.place - 1, (SELECT p."id" FROM "people" p WHERE p."id"::text = o.owner->>'personId'), o.owner->>'name'
FROM "minutes_blocks" b
CROSS JOIN LATERAL jsonb_array_elements(b."content"->'attrs'->'owners') WITH ORDINALITY AS o(owner, place)
WHERE b."kind" = 'action';
--> statement-breakpoint
DROP FUNCTION words_of_block(jsonb);
