ALTER TABLE "consultation_calls" DROP CONSTRAINT "consultation_calls_kind";--> statement-breakpoint
ALTER TABLE "consultation_calls" ADD CONSTRAINT "consultation_calls_kind" CHECK ("consultation_calls"."kind" in ('opening', 'reminder', 'cancelled', 'result') or "consultation_calls"."kind" ~ '^(end [0-9]{4}-|reply |settled |hidden )');--> statement-breakpoint
-- Answers that were stored as a form sends them, with two signs at the end of each line.
UPDATE "threads" SET "reason" = replace(replace("reason", E'\r\n', E'\n'), E'\r', E'\n') WHERE "reason" LIKE E'%\r%';
