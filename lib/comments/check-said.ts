import type { Transaction } from "@/db/client"
import { readOpenTexts } from "@/lib/consultations/open-texts"
import { saidAhead } from "@/lib/live/place-threads"
import { Refusal } from "@/lib/platform/errors"
import { type TextRef, textIdOf } from "./model"
import { neverSaid } from "./said"

/**
 * Step: holds the passage of a thread that was just begun in a consultation to what the text says, or said
 * at the opening or since: its words are published as those of the text. Refuses with `invalid` words that
 * never stood there. Those of whoever writes and comments at once may be heard of before what they wrote:
 * they are filed, and `unproven` keeps them from being published until they arrived.
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
  if (await saidAhead(tx, text, threadId)) return
  const asked = (await readOpenTexts(tx, consultationId)).find(
    ({ textId }) => textId === textIdOf(text),
  )
  const places = place === null ? [] : [place]
  const never = await neverSaid(tx, text, { consultationId, asked, places, quotes: [quote] })
  if (never.size > 0) throw new Refusal("invalid", "comment.neverSaid")
}
