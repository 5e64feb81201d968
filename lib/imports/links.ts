import { sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { importFiles } from "@/db/schema/imports"

/**
 * Where the links of a batch's open drafts and documents point on the web, each once, in the order of the
 * files, `most` at the highest. Does not authorize.
 */
export async function linksOfBatch(
  reader: Reader,
  batchId: string,
  most: number,
): Promise<string[]> {
  const rows = await reader.execute<{ href: string }>(sql`
    select found.href #>> '{}' as href
    from ${importFiles}
    cross join lateral jsonb_path_query(
      ${importFiles.corrected}->'text',
      'lax $.**.marks[*] ? (@.type == "link").attrs.href ? (@ like_regex "^https?://" flag "i")'
    ) as found(href)
    where ${importFiles.batchId} = ${batchId} and ${importFiles.state} = 'read'
    group by found.href
    order by min(${importFiles.position}), found.href
    limit ${most}`)
  return rows.map(({ href }) => href)
}
