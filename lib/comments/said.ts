import { and, desc, eq, gte, or, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { documentRevisions, documents } from "@/db/schema/documents"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import type { OpenText } from "@/lib/consultations/open-texts"
import { documentText } from "@/lib/documents/input"
import { sectionsOf } from "@/lib/documents/sections"
import { liveWords } from "@/lib/live/place-threads"
import { docText, sectionOf } from "@/lib/minutes/model"
import { storedText } from "@/lib/minutes/read-text"
import { squeezed } from "./anchors/find-quote"
import type { TextRef } from "./model"

/** Revisions that are looked through for words that stand no longer in a text. */
const mostRevisions = 100

type Written = Exclude<TextRef, { kind: "row" }>

/**
 * Which of these words a text of a consultation never said: not at the opening (`asked`), not since, and
 * not at this moment in the parts `places` of what is written together. Does not authorize.
 */
export async function neverSaid(
  reader: Reader,
  text: Written,
  given: {
    consultationId: string
    asked: OpenText | undefined
    places: readonly string[]
    quotes: readonly string[]
  },
): Promise<ReadonlySet<string>> {
  const { consultationId, asked, places } = given
  const left = new Map(given.quotes.map((quote) => [quote, squeezed(quote)]))
  const strike = (words: readonly string[]) => {
    const whole = words.map(squeezed).join("")
    for (const [quote, wanted] of left) if (whole.includes(wanted)) left.delete(quote)
  }
  const sections = asked?.sections ?? []
  strike([...sections.map(({ words }) => words), ...sections.map(({ notes }) => notes)])
  if (left.size > 0) for (const words of await liveWords(reader, text, places)) strike([words])
  if (left.size === 0) return new Set()
  // One after the other: a hundred whole texts at once are much to hold for one look.
  for (const number of await revisionsSince(reader, text, consultationId)) {
    strike(await wordsOf(reader, text, number))
    if (left.size === 0) break
  }
  return new Set(left.keys())
}

/** Whether one of the last revisions of a text has these words. Does not authorize. */
export async function saidLately(reader: Reader, text: Written, quote: string): Promise<boolean> {
  // One after the other, as above; the newest are the likeliest.
  for (const number of await revisionsSince(reader, text, null))
    if (isSaidIn(await wordsOf(reader, text, number), quote)) return true
  return false
}

/** Whether words stand in these parts of a text, whatever white space is between them. */
export const isSaidIn = (parts: readonly string[], quote: string): boolean =>
  parts.map(squeezed).join("").includes(squeezed(quote))

/** The revisions of a text since the opening, or all, the newest first, and the one that stands, whenever it was saved. */
async function revisionsSince(
  reader: Reader,
  text: Written,
  consultationId: string | null,
): Promise<number[]> {
  const opensAt =
    consultationId === null
      ? sql`'-infinity'::timestamptz`
      : reader
          .select({ opensAt: consultations.opensAt })
          .from(consultations)
          .where(eq(consultations.id, consultationId))
  const rows =
    text.kind === "minutes"
      ? await reader
          .select({ number: minutesRevisions.number })
          .from(minutesRevisions)
          .innerJoin(minutes, eq(minutes.meetingId, minutesRevisions.meetingId))
          .where(
            and(
              eq(minutesRevisions.meetingId, text.meetingId),
              or(
                gte(minutesRevisions.savedAt, opensAt),
                eq(minutesRevisions.number, minutes.revision),
              ),
            ),
          )
          .orderBy(desc(minutesRevisions.number))
          .limit(mostRevisions)
      : await reader
          .select({ number: documentRevisions.number })
          .from(documentRevisions)
          .innerJoin(documents, eq(documents.id, documentRevisions.documentId))
          .where(
            and(
              eq(documentRevisions.documentId, text.documentId),
              or(
                gte(documentRevisions.savedAt, opensAt),
                eq(documentRevisions.number, documents.revision),
              ),
            ),
          )
          .orderBy(desc(documentRevisions.number))
          .limit(mostRevisions)
  return rows.map(({ number }) => number)
}

async function wordsOf(reader: Reader, text: Written, number: number): Promise<string[]> {
  if (text.kind === "minutes") {
    const { meetingId } = text
    const [row] = await reader
      .select({ text: minutesRevisions.text })
      .from(minutesRevisions)
      .where(and(eq(minutesRevisions.meetingId, meetingId), eq(minutesRevisions.number, number)))
    const read = storedText(row?.text)
    return read.order.map((place) => docText(sectionOf(read, place)))
  }
  const { documentId } = text
  const [row] = await reader
    .select({ text: documentRevisions.text })
    .from(documentRevisions)
    .where(and(eq(documentRevisions.documentId, documentId), eq(documentRevisions.number, number)))
  const sections = sectionsOf(documentText.parse(row?.text))
  return [...sections.map(({ words }) => words), ...sections.map(({ notes }) => notes)]
}
