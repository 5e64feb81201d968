ALTER TABLE "notices" DROP CONSTRAINT "notices_mail_id_mails_id_fk";
--> statement-breakpoint
DROP INDEX "notices_unsent";--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "tried_again_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
-- What a mail carried before must stand as carried, or the next digest would tell it again.
UPDATE "notices" SET "mailed_at" = "mails"."created_at" FROM "mails" WHERE "mails"."id" = "notices"."mail_id";--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_mail" ON "notices" USING btree ("mail_id") WHERE "notices"."mail_id" is not null;--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("tempo","created_at") WHERE "notices"."mailed_at" is null and "notices"."tempo" in ('daily', 'weekly');--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_mailed" CHECK ("notices"."mail_id" is null or "notices"."mailed_at" is not null);