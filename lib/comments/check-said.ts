import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { threads } from "@/db/schema/threads"
import { readOpenTexts } from "@/lib/consultations/open-texts"
import { saidAhead, saidTogether } from "@/lib/live/place-threads"
import { Refusal } from "@/lib/platform/errors"
import { unsaid } from "./anchors/find-quote"
import { commentLimits, type Quote, type TextRef, textIdOf } from "./model"
import { isSaidIn, neverSaid, saidLately } from "./said"

/**
 * Step: holds the passage of a thread that was just begun in a consultation to what the text says, or said
 * at the opening or since: its words are published as those of the text. Refuses with `invalid` words that
 * never stood there. Those of whoever writes and comments at once may be heard of before what they wrote:
 * they are filed without a quote, which the text gives once they arrived.
 */
export async function checkSaid(
  tx: Transaction,
  given: {
    threadId: string
    consultationId: string
    text: TextRef
    place: string | null
    quote: string
  },
): Promise<void> {
  const { threadId, consultationId, text, place, quote } = given
  if (text.kind === "row") return
  if (await saidAhead(tx, text, threadId)) return writeQuote(tx, threadId, later)
  const asked = (await readOpenTexts(tx, consultationId)).find(
    ({ textId }) => textId === textIdOf(text),
  )
  const places = place === null ? [] : [place]
  const never = await neverSaid(tx, text, { consultationId, asked, places, quotes: [quote] })
  if (never.size > 0) throw new Refusal("invalid", "comment.neverSaid")
}

/**
 * Step: holds the passage of a thread that was just begun to what its text says, said since its changes were
 * last folded, or in one of its last revisions. Where its ends stand on other words, it quotes those: half of
 * what somebody types may have arrived. Refuses with `conflict` words that nobody knows of.
 */
export async function checkQuote(
  tx: Transaction,
  { threadId, text, quote }: { threadId: string; text: TextRef; quote: string },
): Promise<void> {
  if (text.kind === "row") return
  const together = await saidTogether(tx, text, threadId)
  if (together?.isAhead) return writeQuote(tx, threadId, later)
  const stands = together?.passage
  // What its ends stand on may have lost words since it was selected, or got some; other words it is not.
  const isThere = !stands || isSaidIn([stands.quote], quote) || isSaidIn([quote], stands.quote)
  if (!isThere) return writeQuote(tx, threadId, stands)
  if (together?.written.some((words) => isSaidIn([words], quote))) return
  if (await saidLately(tx, text, quote)) return
  if (!together?.passage) throw new Refusal("conflict", "comment.notInText")
  await writeQuote(tx, threadId, together.passage)
}

/** The text gives the quote once the words arrived. */
const later: Quote = { quote: unsaid, before: "", after: "" }

async function writeQuote(
  tx: Transaction,
  threadId: string,
  { quote, before, after }: Quote,
): Promise<void> {
  await tx
    .update(threads)
    .set({
      quote: quote.slice(0, commentLimits.quote),
      quoteBefore: before.slice(-commentLimits.around),
      quoteAfter: after.slice(0, commentLimits.around),
    })
    .where(eq(threads.id, threadId))
}
