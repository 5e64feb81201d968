import type { z } from "zod"
import { holdWhose } from "@/lib/live/place-threads"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { beginThread } from "./begin-thread"
import { checkPlace } from "./check-place"
import { checkQuote, checkSaid } from "./check-said"
import type { openThreadInput } from "./input"
import { holdRate, holdToLimit } from "./limit"
import { openConsultationOf } from "./open-consultation"
import { findQuotedWords } from "./quoted-words"
import { findCommentedText } from "./text"

/**
 * A member begins a thread on a text of the group; while a consultation on it takes comments it counts to
 * that, or to the one that is chosen, as a late one after the end. Words that were copied without a
 * selection make it one on that passage. The same form sent again gives what it made. `too_many` beyond the
 * limit of a person, `conflict` when the chosen one is over, or the words of a passage never stood in the text;
 * `invalid` where that counts to a consultation.
 */
export async function openThread(
  actor: Actor,
  {
    on,
    at,
    start,
    end,
    quote,
    before,
    after,
    consultation,
    unnamed,
    ...said
  }: z.output<typeof openThreadInput>,
): Promise<{ threadId: string; commentId: string; isFirstOfSeveral: boolean }> {
  const by = personOf(actor)
  // Counted on its own: what is refused is rolled back, and to look for its words is much work.
  if (by !== null && at.about === "passage") await transaction((tx) => holdRate(tx, by, "passages"))
  return transaction(async (tx) => {
    const text = await findCommentedText(tx, on)
    if (!text) throw notFound()
    const { groupId } = text
    authorize(actor, "comment.write", { groupId })
    const personId = personOf(actor)
    if (personId === null) throw new Refusal("forbidden", "forbidden")
    await holdToLimit(tx, personId, said.submission)
    await checkPlace(tx, on, at.about, at.place)
    await holdWhose(tx, on)
    const isCopied = at.about !== "passage" && quote.trim() !== ""
    const copied = isCopied ? await findQuotedWords(tx, on, at, quote) : null
    const counted = await openConsultationOf(tx, on, consultation)
    const ends = start && end ? { start, end } : {}
    const selected = at.about === "passage" ? { quote, before, after, ...ends } : undefined
    const begun = await beginThread(tx, {
      groupId,
      text: on,
      about: copied?.about ?? at.about,
      place: copied?.place ?? at.place,
      passage: copied?.passage ?? selected,
      consultationId: counted?.consultationId ?? null,
      check: async (threadId) => {
        if (at.about !== "passage") return
        const words = { threadId, text: on, quote }
        await (counted
          ? checkSaid(tx, { ...counted, ...words, place: at.place })
          : checkQuote(tx, words))
      },
      author: { personId },
      comment: { ...said, way: "portal", unnamed: counted !== null && unnamed, ...counted },
    })
    return { ...begun, isFirstOfSeveral: copied?.isFirstOfSeveral ?? false }
  })
}
