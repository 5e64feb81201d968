import { inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { checkedLinks } from "@/db/schema/checks"
import { askable, type LinkAnswer } from "./model"

/** What links led to when they were last asked, by their address as it is written. One query. */
export async function answersOf(
  reader: Reader,
  hrefs: readonly string[],
): Promise<Map<string, LinkAnswer & { checkedAt: Date }>> {
  const written = new Map(hrefs.map((href) => [href, askable(href)]))
  const asked = [...new Set(written.values())].filter((url) => url !== null)
  if (asked.length === 0) return new Map()
  const rows = await reader.select().from(checkedLinks).where(inArray(checkedLinks.url, asked))
  const known = new Map(rows.map(({ url, ...answer }) => [url, answer]))
  return new Map(
    [...written].flatMap(([href, url]) => {
      const answer = url === null ? undefined : known.get(url)
      return answer ? [[href, answer] as const] : []
    }),
  )
}
