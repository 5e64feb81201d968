import { sql } from "drizzle-orm"
import { people } from "@/db/schema/people"

/** What who asked is called today, of `people` joined by `asked_by`: the record may lead to another since. */
export const askerName = sql<string>`coalesce(
  (select kept.name from ${people} kept where kept.id = ${people.mergedInto}), ${people.name})`
