import { and, eq, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importFiles } from "@/db/schema/imports"

const hrefs = sql<string>`jsonb_path_query(${importFiles.corrected}->'text',
  'lax $.**.marks[*] ? (@.type == "link").attrs.href') #>> '{}'`

/**
 * Where the links of a batch's open drafts and documents point, each once, `most` at the highest.
 * Does not authorize.
 */
export async function linksOfBatch(
  reader: Reader,
  batchId: string,
  most: number,
): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ href: hrefs })
    .from(importFiles)
    .where(and(eq(importFiles.batchId, batchId), eq(importFiles.state, "read")))
    .limit(most)
  return rows.map(({ href }) => href)
}
