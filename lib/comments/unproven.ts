import type { Reader } from "@/db/client"
import type { threads } from "@/db/schema/threads"
import type { OpenText } from "@/lib/consultations/open-texts"
import { isUnsaid } from "./anchors/find-quote"
import { neverSaid } from "./said"

type Thread = Pick<
  typeof threads.$inferSelect,
  | "id"
  | "place"
  | "quote"
  | "quoteBefore"
  | "quoteAfter"
  | "anchorStart"
  | "meetingId"
  | "documentId"
>

/**
 * Of threads on passages that the opened texts do not have, those whose words their text never said: they
 * came with ends that name what nobody wrote, and are not published as words of the text. Does not authorize.
 */
export async function unproven(
  reader: Reader,
  consultationId: string,
  texts: readonly OpenText[],
  missing: readonly Thread[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const asked of texts) {
    const here = missing.filter(
      (thread) =>
        thread.anchorStart !== null && asked.textId === (thread.meetingId ?? thread.documentId),
    )
    if (here.length === 0) continue
    const text =
      asked.kind === "minutes"
        ? ({ kind: "minutes", meetingId: asked.textId } as const)
        : ({ kind: "document", documentId: asked.textId } as const)
    const places = [...new Set(here.flatMap(({ place }) => place ?? []))]
    const quotes = here.map(({ quote }) => quote)
    const never = await neverSaid(reader, text, { consultationId, asked, places, quotes })
    for (const thread of here)
      if (never.has(thread.quote) || hasNotArrived(thread)) found.add(thread.id)
  }
  return found
}

/** Whether the words of a thread on a passage have not arrived in its text yet. */
export function hasNotArrived(
  thread: Pick<Thread, "quote" | "quoteBefore" | "quoteAfter">,
): boolean {
  const { quote, quoteBefore: before, quoteAfter: after } = thread
  return isUnsaid({ quote, before, after })
}
