import { checkedLinks } from "@/db/schema/checks"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import type { LinkAnswer } from "./model"

/** Step: remembers what a link led to just now, in place of what was known before. */
export async function writeAnswer(url: string, answer: LinkAnswer): Promise<void> {
  const row = { ...answer, checkedAt: now() }
  await database()
    .insert(checkedLinks)
    .values({ url, ...row })
    .onConflictDoUpdate({ target: checkedLinks.url, set: row })
}
