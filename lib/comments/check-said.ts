import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { documentRevisions } from "@/db/schema/documents"
import { minutesRevisions } from "@/db/schema/minutes"
import { readOpenTexts } from "@/lib/consultations/open-texts"
import { documentText } from "@/lib/documents/input"
import { sectionsOf } from "@/lib/documents/sections"
import { saidLive } from "@/lib/live/place-threads"
import { docText, sectionOf } from "@/lib/minutes/model"
import { storedText } from "@/lib/minutes/read-text"
import { Refusal } from "@/lib/platform/errors"
import { squeezed } from "./anchors/find-quote"
import { type TextRef, textIdOf } from "./model"

/** Revisions that are looked through for words that stand no longer in a text. */
const mostRevisions = 100

/**
 * Step: holds the passage of a thread that was just begun in a consultation to what the text says, or said
 * at the opening or since: its words are published as those of the text. Refuses with `invalid` words that
 * never stood there. Those of whoever writes and comments at once may be heard of before what they wrote.
 */
export async function checkSaid(
  tx: Transaction,
  given: { threadId: string; consultationId: string; text: TextRef; quote: string },
): Promise<void> {
  const { threadId, consultationId, text, quote } = given
  if (text.kind === "row") return
  const wanted = squeezed(quote)
  const says = (words: readonly string[]) => words.map(squeezed).join("").includes(wanted)
  const asked = (await readOpenTexts(tx, consultationId)).find(
    ({ textId }) => textId === textIdOf(text),
  )
  const inOrder = asked?.sections.map(({ words }) => words) ?? []
  const notes = asked?.sections.map(({ notes }) => notes) ?? []
  if (says([...inOrder, ...notes])) return
  const live = await saidLive(tx, text, threadId)
  if (live && (live.isAhead || says([live.words]))) return
  for (const words of await wordsSince(tx, text, consultationId)) if (says(words)) return
  throw new Refusal("invalid", "comment.neverSaid")
}

/** What the text said since the opening, the newest first. */
async function wordsSince(
  tx: Transaction,
  text: Exclude<TextRef, { kind: "row" }>,
  consultationId: string,
): Promise<string[][]> {
  const [consultation] = await tx
    .select({ opensAt: consultations.opensAt })
    .from(consultations)
    .where(eq(consultations.id, consultationId))
  const rows =
    text.kind === "minutes"
      ? await tx
          .select({ text: minutesRevisions.text, savedAt: minutesRevisions.savedAt })
          .from(minutesRevisions)
          .where(eq(minutesRevisions.meetingId, text.meetingId))
          .orderBy(desc(minutesRevisions.number))
          .limit(mostRevisions)
      : await tx
          .select({ text: documentRevisions.text, savedAt: documentRevisions.savedAt })
          .from(documentRevisions)
          .where(eq(documentRevisions.documentId, text.documentId))
          .orderBy(desc(documentRevisions.number))
          .limit(mostRevisions)
  // The newest stands now, whenever it was saved.
  const since = rows.filter(
    ({ savedAt }, nth) => nth === 0 || (consultation && savedAt >= consultation.opensAt),
  )
  return since.map((row) =>
    text.kind === "minutes" ? wordsOfMinutes(row.text) : wordsOfDocument(row.text),
  )
}

function wordsOfMinutes(stored: unknown): string[] {
  const text = storedText(stored)
  return text.order.map((place) => docText(sectionOf(text, place)))
}

function wordsOfDocument(stored: unknown): string[] {
  const sections = sectionsOf(documentText.parse(stored))
  return [...sections.map(({ words }) => words), ...sections.map(({ notes }) => notes)]
}
