import { and, eq, type SQL, sql } from "drizzle-orm"
import type { AnyPgColumn } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { consultationTexts } from "@/db/schema/consultations"
import { threadReads, threads } from "@/db/schema/threads"
import { type TextRef, textIdOf } from "./model"
import { isOwn, type Viewer } from "./viewer"

/**
 * Up to which comment somebody has read a text: all of it, and further in the threads of consultations
 * that they read by themselves.
 */
export type Marks = { all: number; further: ReadonlyMap<string, number> }

/** A text as a consultation asks about it: what is read there is not read elsewhere on the text. */
export const ofConsultedText = (text: TextRef): SQL | undefined => {
  if (text.kind === "row") return sql`false`
  return text.kind === "minutes"
    ? eq(consultationTexts.meetingId, text.meetingId)
    : eq(consultationTexts.documentId, text.documentId)
}

/**
 * What the viewer has read of a text; of one consultation alone where it is named. `since` stands for what
 * they had read when they came.
 */
export async function readMarks(
  reader: Reader,
  text: TextRef,
  { author }: Viewer,
  wanted: { consultationId?: string | undefined; since?: number | undefined },
): Promise<Marks> {
  if (author === null || !("personId" in author))
    return { all: wanted.since ?? Number.MAX_SAFE_INTEGER, further: new Map() }
  const own = eq(threadReads.personId, author.personId)
  const [[mark], consulted] = await Promise.all([
    reader
      .select({ seq: threadReads.seq })
      .from(threadReads)
      .where(and(own, eq(threadReads.textId, textIdOf(text)))),
    text.kind === "row"
      ? []
      : reader
          .select({ id: consultationTexts.consultationId, seq: threadReads.seq })
          .from(consultationTexts)
          .innerJoin(threadReads, and(own, eq(threadReads.textId, consultationTexts.id)))
          .where(ofConsultedText(text)),
  ])
  const { consultationId, since } = wanted
  const ofText = mark?.seq ?? 0
  if (consultationId !== undefined) {
    const there = consulted.find(({ id }) => id === consultationId)?.seq ?? 0
    return { all: since ?? Math.max(ofText, there), further: new Map() }
  }
  const all = since ?? ofText
  const further = consulted.flatMap(({ id, seq }) => (seq > all ? [[id, seq] as const] : []))
  return { all, further: new Map(further) }
}

/** Up to which comment a thread of a consultation, or of none, has been read. */
export const readUpTo = ({ all, further }: Marks, consultationId: string | null): number =>
  Math.max(all, further.get(consultationId ?? "") ?? 0)

/** The condition that a comment came after what was read, from somebody else; it needs its thread beside it. */
export function isFresh(marks: Marks, viewer: Viewer): SQL {
  const of: AnyPgColumn = threads.consultationId
  const further = [...marks.further].map(
    ([id, seq]) => sql`when ${of} = ${id}::uuid then ${seq}::bigint`,
  )
  const read =
    further.length === 0
      ? sql`${marks.all}`
      : sql`case ${sql.join(further, sql` `)} else ${marks.all}::bigint end`
  return sql`(${comments.seq} > ${read} and not ${isOwn(viewer)})`
}
