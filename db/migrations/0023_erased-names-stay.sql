-- Names of versions are sealed: two that name different people look alike here, and the same person has a key of
-- each version's own. They are compared opened, under the lock of their document; the number is what stays unique.
ALTER TABLE "document_versions" DROP CONSTRAINT "document_versions_name";--> statement-breakpoint
-- By what a later version of the same text knows the erased name of somebody whom the register does not know.
ALTER TABLE "record_names" ADD COLUMN "erased_mark" text;--> statement-breakpoint
ALTER TABLE "record_names" ADD CONSTRAINT "record_names_erased_mark" CHECK ("record_names"."erased_mark" is null or ("record_names"."erased_at" is not null and "record_names"."erased_mark" ~ '^[0-9a-f]{16}:[0-9a-f]{64}$'));
