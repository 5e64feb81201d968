-- A document is written in one part. Passages quoted in a consultation were looked for in one named after
-- their section, which is never there, and so they were called lost. What was called so stays so only where
-- its words are surely gone; words around a note are looked for at the next change of the text.
UPDATE "threads" SET
  "place" = 'text',
  "lost_at" = CASE
    WHEN position(regexp_replace("threads"."quote", '[\s\u00a0\u202f]+', '', 'g') in written.words) = 0 AND NOT written.has_notes
    THEN "threads"."lost_at" END
FROM (
  SELECT d.id,
    regexp_replace(coalesce(string_agg(coalesce(node ->> 'text', node -> 'attrs' ->> 'label'), '' ORDER BY nth) FILTER (WHERE node ->> 'type' IN ('text', 'mention')), ''), '[\s\u00a0\u202f]+', '', 'g') AS words,
    coalesce(bool_or(node ->> 'type' = 'footnote'), false) AS has_notes
  FROM "documents" d
  JOIN "document_revisions" r ON r.document_id = d.id AND r.number = d.revision
  CROSS JOIN LATERAL jsonb_path_query(r.text, 'strict $.**') WITH ORDINALITY AS nodes (node, nth)
  WHERE EXISTS (SELECT FROM "threads" t WHERE t.document_id = d.id AND t.about = 'passage' AND t.place <> 'text')
  GROUP BY d.id
) AS written
WHERE "threads"."document_id" = written.id AND "threads"."about" = 'passage' AND "threads"."place" <> 'text';
