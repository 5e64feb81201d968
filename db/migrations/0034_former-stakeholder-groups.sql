CREATE TABLE "former_stakeholder_groups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"stakeholder_group" "stakeholder_group" NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "former_stakeholder_groups" ADD CONSTRAINT "former_stakeholder_groups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_stakeholder_groups_person" ON "former_stakeholder_groups" USING btree ("person_id");