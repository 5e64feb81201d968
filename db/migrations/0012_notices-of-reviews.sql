ALTER TYPE "public"."notice_kind" ADD VALUE 'review-ended';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'quote-answered';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'publication-proposed';