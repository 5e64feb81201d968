ALTER TABLE "comment_drafts" ADD COLUMN "proposal" text;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD COLUMN "quote_before" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "comment_drafts" ADD COLUMN "quote_after" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "inbound_mails" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "was_about" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- What threads are about that began before: an item or a block as it is called now, a heading as the newest
-- revision says that has it. How a document begins is written down at its next change. Threads of a consultation
-- are about what that asked: of a document the revision that it opened; of an action nobody knows it here.
UPDATE "threads" SET "was_about" = "agenda_items"."title" FROM "agenda_items"
WHERE "threads"."about" IN ('item', 'section') AND "agenda_items"."meeting_id" = "threads"."meeting_id" AND "agenda_items"."id"::text = "threads"."place";--> statement-breakpoint
UPDATE "threads" SET "was_about" = left("minutes_blocks"."words", 2000) FROM "minutes_blocks"
WHERE "threads"."about" = 'action' AND "threads"."consultation_id" IS NULL AND "minutes_blocks"."meeting_id" = "threads"."meeting_id" AND "minutes_blocks"."id"::text = "threads"."place";--> statement-breakpoint
WITH sought AS MATERIALIZED (
  SELECT DISTINCT document_id FROM "threads" WHERE about = 'section' AND document_id IS NOT NULL
), headings AS MATERIALIZED (
  -- Every revision is taken apart once, however many threads there are.
  SELECT r.document_id, r.number, block -> 'attrs' ->> 'id' AS place, block -> 'content' AS content
  FROM sought
  JOIN "document_revisions" r ON r.document_id = sought.document_id
  CROSS JOIN LATERAL jsonb_array_elements(r.text -> 'content') AS blocks (block)
  WHERE block ->> 'type' = 'heading'
), named AS (
  SELECT DISTINCT ON (t.id) t.id, h.content
  FROM "threads" t
  JOIN headings h ON h.document_id = t.document_id AND h.place = t.place
  LEFT JOIN "consultation_texts" asked
    ON asked.consultation_id = t.consultation_id AND asked.document_id = t.document_id
  WHERE t.about = 'section' AND (t.consultation_id IS NULL OR h.number = asked.revision)
  ORDER BY t.id, h.number DESC
)
UPDATE "threads" SET "was_about" = left(trim(said.title), 2000)
FROM named CROSS JOIN LATERAL (
  SELECT coalesce(string_agg(coalesce(node ->> 'text', node -> 'attrs' ->> 'label'), '' ORDER BY nth), '') AS title
  FROM jsonb_array_elements(named.content) WITH ORDINALITY AS nodes (node, nth)
) AS said
WHERE "threads"."id" = named.id;--> statement-breakpoint
UPDATE "threads" SET "lost_at" = now()
WHERE "threads"."about" IN ('item', 'section') AND "threads"."meeting_id" IS NOT NULL AND "threads"."lost_at" IS NULL
  AND "threads"."place" NOT IN ('opening', 'closing')
  AND NOT EXISTS (SELECT FROM "agenda_items" i WHERE i.meeting_id = "threads"."meeting_id" AND i.id::text = "threads"."place")
  AND NOT EXISTS (SELECT FROM "minutes" m WHERE m.meeting_id = "threads"."meeting_id");
