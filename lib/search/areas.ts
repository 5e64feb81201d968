import { and, asc, isNotNull, type SQL } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { searchTexts } from "@/db/schema/search"

/** The areas under which something within `reach` is filed. */
export async function listAreas(reader: Reader, reach: SQL): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ area: searchTexts.area })
    .from(searchTexts)
    .where(and(isNotNull(searchTexts.area), reach))
    .orderBy(asc(searchTexts.area))
  return rows.flatMap(({ area }) => area ?? [])
}
