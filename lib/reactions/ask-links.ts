import { linksOfBatch } from "@/lib/imports/links"
import { askLink } from "@/lib/links/ask"
import { answerDays, askable, type LinkAnswer, mostLinks } from "@/lib/links/model"
import { answersOf } from "@/lib/links/queries"
import { writeAnswer } from "@/lib/links/write-answer"
import { linksIn } from "@/lib/minutes/links"
import { getCurrentText } from "@/lib/minutes/queries"
import { now } from "@/lib/platform/clock"
import { database, transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { enqueue } from "@/lib/platform/jobs"
import { noteDeadLinks } from "./note-dead-links"

/** Puts the links of a meeting's minutes into the queue of those to be asked, unless they were lately. */
export async function askLinksOfMinutes(meetingId: string): Promise<void> {
  if (!env().checkLinks) return
  const minutes = await getCurrentText(database(), meetingId)
  if (minutes) await queueLinks(linksIn(minutes.text))
}

/** So many links of a batch are asked, which may be of thousands of files. */
const mostOfBatch = 20_000

/** Puts the links of a batch's open drafts into the queue, unless they were asked lately. */
export async function askLinksOfBatch(batchId: string): Promise<void> {
  if (!env().checkLinks) return
  const links = await linksOfBatch(database(), batchId, mostOfBatch)
  for (let from = 0; from < links.length; from += mostLinks)
    await queueLinks(links.slice(from, from + mostLinks))
}

/** Puts links into the queue, each address once; what has a fresh answer is left out. */
export async function queueLinks(hrefs: readonly string[]): Promise<void> {
  const urls = [...new Set(hrefs.map(askable))].filter((url) => url !== null).slice(0, mostLinks)
  const known = await answersOf(database(), urls)
  const oldest = now().getTime() - answerDays * 86_400_000
  const waiting = urls.filter((url) => (known.get(url)?.checkedAt.getTime() ?? 0) < oldest)
  if (waiting.length === 0) return
  await transaction(async (tx) => {
    for (const url of waiting) await enqueue(tx, "links", { url })
  })
}

/**
 * Asks links and keeps what they led to: hosts side by side, the links of one host one after the other.
 * A link that was asked in the meantime is not asked again. What leads nowhere is found in open imports, too.
 */
export async function askQueuedLinks(urls: readonly string[]): Promise<void> {
  const known = await answersOf(database(), urls)
  const oldest = now().getTime() - answerDays * 86_400_000
  const hosts = new Map<string, Set<string>>()
  for (const url of urls) {
    if ((known.get(url)?.checkedAt.getTime() ?? 0) >= oldest) continue
    const host = new URL(url).host
    hosts.set(host, (hosts.get(host) ?? new Set()).add(url))
  }
  const answers = new Map<string, LinkAnswer>()
  await Promise.all(
    [...hosts.values()].map(async (ofHost) => {
      for (const url of ofHost) {
        answers.set(url, await askLink(url))
      }
    }),
  )
  // An answer that is kept is not asked for again: what follows from it is done before.
  await noteDeadLinks(new Map([...answers].filter(([, { state }]) => state === "dead")))
  for (const [url, answer] of answers) await writeAnswer(url, answer)
}
