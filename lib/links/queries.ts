import { inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { checkedLinks } from "@/db/schema/checks"
import { now } from "@/lib/platform/clock"
import { leadsToDesk } from "./desk-address"
import { askable, type LinkAnswer } from "./model"

const closed: LinkAnswer = { state: "dead", status: null, reason: "desk" }

/**
 * What links led to when they were last asked, by their address as it is written. One query. The desk is
 * not asked: for the world it leads nowhere.
 */
export async function answersOf(
  reader: Reader,
  hrefs: readonly string[],
): Promise<Map<string, LinkAnswer & { checkedAt: Date }>> {
  const written = new Map(hrefs.map((href) => [href, askable(href)]))
  const onDesk = hrefs
    .filter((href) => leadsToDesk(href))
    .map((href) => [href, { ...closed, checkedAt: now() }] as const)
  const asked = [...new Set(written.values())].filter((url) => url !== null)
  if (asked.length === 0) return new Map(onDesk)
  const rows = await reader.select().from(checkedLinks).where(inArray(checkedLinks.url, asked))
  const known = new Map(rows.map(({ url, ...answer }) => [url, answer]))
  const answers = [...written].flatMap(([href, url]) => {
    const answer = url === null ? undefined : known.get(url)
    return answer ? [[href, answer] as const] : []
  })
  return new Map([...answers, ...onDesk])
}
