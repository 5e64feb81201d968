-- A file whose reading took too long or too much keeps its bytes, so that it can be read again.
ALTER TABLE "import_files" DROP CONSTRAINT "import_files_refused_whole";--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_refused_whole" CHECK ("import_files"."state" <> 'refused' or "import_files"."original" is null or "import_files"."refusal"->>'code' in ('too-slow', 'too-much-memory'));--> statement-breakpoint
-- What should not be public was kept a second time, in the findings of what was read: the words that were
-- found, the address of a link, and a text of six signs or fewer whole where a longer one is cut. They are
-- found again in the draft as long as they stand there, by the beginning that stays.
UPDATE "import_files" SET "read" = jsonb_set("read", '{findings}', (
  SELECT jsonb_agg(CASE WHEN "finding"->>'rule' <> 'personal-data' THEN "finding"
    WHEN "text" ~ '^.{1,6}$' AND "text" !~ '^.{4}…$' AND ("finding"->'replacement' IS NOT NULL OR "finding"#>>'{values,kind}' = 'mail')
      THEN jsonb_set(("finding" - 'words') #- '{values,href}', '{values,text}', to_jsonb(left("text", 2) || '…'))
    ELSE ("finding" - 'words') #- '{values,href}' END ORDER BY "place")
  FROM jsonb_array_elements("read"->'findings') WITH ORDINALITY AS "found" ("finding", "place"), LATERAL (SELECT "finding"#>>'{values,text}') AS "said" ("text")
)) WHERE "read"->'findings' @> '[{"rule": "personal-data"}]';--> statement-breakpoint
UPDATE "import_files" SET "read" = jsonb_set("read", '{aside,read,findings}', (
  SELECT jsonb_agg(CASE WHEN "finding"->>'rule' <> 'personal-data' THEN "finding"
    WHEN "text" ~ '^.{1,6}$' AND "text" !~ '^.{4}…$' AND ("finding"->'replacement' IS NOT NULL OR "finding"#>>'{values,kind}' = 'mail')
      THEN jsonb_set(("finding" - 'words') #- '{values,href}', '{values,text}', to_jsonb(left("text", 2) || '…'))
    ELSE ("finding" - 'words') #- '{values,href}' END ORDER BY "place")
  FROM jsonb_array_elements("read"->'aside'->'read'->'findings') WITH ORDINALITY AS "found" ("finding", "place"), LATERAL (SELECT "finding"#>>'{values,text}') AS "said" ("text")
)) WHERE "read"->'aside'->'read'->'findings' @> '[{"rule": "personal-data"}]';--> statement-breakpoint
-- What was answered about such a finding of minutes, and the reasons in a proposal to publish, are told by the same text.
INSERT INTO "check_dismissals" ("meeting_id", "rule", "key", "dismissed_by", "created_at")
  SELECT "meeting_id", "rule", regexp_replace("key", '[^"]+"\]$', '') || left(substring("key" from '([^"]+)"\]$'), 2) || '…"]', "dismissed_by", "created_at"
  FROM "check_dismissals" WHERE "rule" = 'personal-data' AND "key" ~ '^\["personal-data","kind","[a-z]+","text","(?!(?:[^"\\]{1,2}|[^"\\]{4})…")([^"\\]{1,2})[^"\\]{0,4}"\]$'
  ON CONFLICT DO NOTHING;--> statement-breakpoint
DELETE FROM "check_dismissals" WHERE "rule" = 'personal-data' AND "key" ~ '^\["personal-data","kind","[a-z]+","text","(?!(?:[^"\\]{1,2}|[^"\\]{4})…")([^"\\]{1,2})[^"\\]{0,4}"\]$';--> statement-breakpoint
UPDATE "publication_proposals" SET "input" = regexp_replace("input"::text, '(\[\\"personal-data\\",\\"kind\\",\\"[a-z]+\\",\\"text\\",\\")(?!(?:[^"\\]{1,2}|[^"\\]{4})…\\")([^"\\]{1,2})[^"\\]{0,4}(\\"\])', '\1\2…\3', 'g')::jsonb
  WHERE "input"::text LIKE '%personal-data%';--> statement-breakpoint
-- A press that took a link away left an empty list of marks, with which the draft could not be read any more.
UPDATE "import_files" SET "corrected" = replace("corrected"::text, ', "marks": []', '')::jsonb
  WHERE "state" = 'read' AND "corrected"::text LIKE '%, "marks": []%';--> statement-breakpoint
UPDATE "import_files" SET "read" = jsonb_set("read", '{aside,corrected}', replace(("read"->'aside'->'corrected')::text, ', "marks": []', '')::jsonb)
  WHERE "state" = 'read' AND ("read"->'aside'->'corrected')::text LIKE '%, "marks": []%';--> statement-breakpoint
-- The rules on numbers look at a few open drafts of a group by number and day, however many it has.
CREATE INDEX "import_files_number" ON "import_files" USING btree ((("corrected"->>'number')::int)) WHERE "import_files"."state" = 'read' and "import_files"."kind" = 'report';--> statement-breakpoint
CREATE INDEX "import_files_held" ON "import_files" USING btree ((coalesce("corrected"->>'startsAt', "corrected"->>'day') collate "C")) WHERE "import_files"."state" = 'read' and "import_files"."kind" = 'report';