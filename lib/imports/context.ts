import { desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { checkedLinks } from "@/db/schema/checks"
import { checkContextFor } from "@/lib/meetings/check-context"
import type { KnownAround } from "./reader-process"

/** So many dead links go with a file, those that were asked last. */
const MOST_DEAD = 2_000

/**
 * Step: what the rules may know around the files of a group while they are read: its people with their
 * aliases, its own words, and the links that are known to be dead. Its other meetings are left out:
 * what they tell is asked when a page is read, as it changes with every file.
 */
export async function knownAround(reader: Reader, groupId: string): Promise<KnownAround> {
  const [context, dead] = await Promise.all([
    checkContextFor(reader, groupId),
    reader
      .select({ url: checkedLinks.url, state: checkedLinks.state, reason: checkedLinks.reason })
      .from(checkedLinks)
      .where(eq(checkedLinks.state, "dead"))
      .orderBy(desc(checkedLinks.checkedAt))
      .limit(MOST_DEAD),
  ])
  const { people, words } = context
  const links = new Map(dead.map(({ url, state, reason }) => [url, { state, reason }]))
  return { meetings: [], people, words, links }
}
