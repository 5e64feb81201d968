import { sql } from "drizzle-orm"
import { people } from "@/db/schema/people"

/** Who somebody is today, of `people` joined by an id that is written once: the record may lead to another since. */
export const keptId = sql<string>`coalesce(${people.mergedInto}, ${people.id})`

/** What they are called today. */
export const keptName = sql<string>`coalesce(
  (select kept.name from ${people} kept where kept.id = ${people.mergedInto}), ${people.name})`
