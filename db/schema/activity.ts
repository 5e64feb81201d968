import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { instant } from "./columns"
import { groups } from "./groups"
import { people } from "./people"

/** What happened: who did what to which record, and when. Written once, never changed. */
export const events = pgTable(
  "events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().defaultNow(),
    groupId: uuid("group_id").references(() => groups.id),
    actorId: uuid("actor_id").references(() => people.id),
    name: text("name").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    data: jsonb("data").notNull().default({}),
  },
  (t) => [
    index("events_group").on(t.groupId, t.id.desc()),
    index("events_subject").on(t.subjectType, t.subjectId, t.id.desc()),
  ],
)
