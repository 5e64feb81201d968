import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { worksheets } from "@/db/schema/consultations"
import { threads } from "@/db/schema/threads"
import { record } from "@/lib/activity/record"
import { textIdOf } from "@/lib/comments/model"
import { type CommentedText, findCommentedText } from "@/lib/comments/text"
import { type ThreadRow, textOfThread } from "@/lib/comments/thread-row"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { lockConsultation } from "../lock"
import { decideThread } from "./decide"
import { readEntries, type SheetEntry } from "./entries"
import type { bringInSheetInput } from "./input"
import { type SheetProblem, sameDecision } from "./model"
import { NoWorksheet, readXlsx } from "./read-xlsx"
import { shownHash } from "./row-key"

/** What a sheet changed. `left` are the numbers of its rows that were left out because they were stale. */
export type BroughtIn = { changed: number; same: number; left: number[] }

/** What a sheet that was refused says of its rows. */
export type SheetProblems = { problems: SheetProblem[] }

/**
 * Brings a worksheet back: all of its decisions or none. A row whose thread was decided meanwhile, and that
 * says something else, is stale; it refuses the sheet, or is left out where the co-chair asks for that.
 * Rows that were not touched change nothing. The file is kept as it came.
 */
export async function bringInSheet(
  actor: Actor,
  { consultationId, file, leaveStale }: z.output<typeof bringInSheetInput>,
): Promise<BroughtIn> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    const { groupId } = consultation
    authorize(actor, "consultation.hold", { groupId })
    const { entries, problems } = await entriesOf(bytes)
    const held = await holdThreads(tx, consultationId, entries)
    const stale: SheetProblem[] = []
    const fresh = entries.flatMap((entry) => {
      const known = held.get(entry.threadId)
      if (!known) problems.push({ row: entry.row, key: "unknownRow", value: "" })
      const touched = shownHash(entry) !== entry.shown
      if (!known || !touched || sameDecision(known.thread, entry)) return []
      if (known.thread.revision === entry.revision) return [{ entry, known }]
      stale.push({ row: entry.row, key: "stale", value: "" })
      return []
    })
    const wrong = leaveStale ? problems : [...problems, ...stale]
    if (wrong.length > 0) throw refusal(wrong)
    // One after the other: each is a move of its own in the trail, with a notice to its author.
    for (const { entry, known } of fresh)
      await decideThread(tx, known, { actor, disposition: entry.disposition, reason: entry.reason })
    const name = file.name.replace(/\p{Cc}/gu, "").slice(0, 200) || "worksheet.xlsx"
    await tx
      .insert(worksheets)
      .values({ consultationId, name, file: bytes, broughtInBy: personOf(actor) })
    await record(tx, {
      name: "consultation.worked",
      actor,
      groupId,
      subject: { type: "consultation", id: consultationId },
      data: { title: consultation.title, changed: fresh.length },
    })
    const same = entries.length - fresh.length - stale.length
    return { changed: fresh.length, same, left: stale.map(({ row }) => row) }
  })
}

/** Rows of a sheet that are named in one answer; what is right below is seen with the next try. */
const mostNamed = 50

function refusal(problems: SheetProblem[]): Refusal {
  const sorted = [...problems].sort((a, b) => a.row - b.row)
  const data: SheetProblems = { problems: sorted.slice(0, mostNamed) }
  const isStale = problems.every(({ key }) => key === "stale")
  const key = isStale ? "worksheet.stale" : "worksheet.wrong"
  return new Refusal(isStale ? "conflict" : "invalid", key, { count: problems.length }, {}, data)
}

function personOf(actor: Actor): string {
  if (actor.kind !== "account") throw new Refusal("forbidden", "forbidden")
  return actor.personId
}

async function entriesOf(bytes: Uint8Array) {
  try {
    const read = readEntries(await readXlsx(bytes))
    if (!read) throw new NoWorksheet("worksheet.noColumns")
    return read
  } catch (error) {
    if (!(error instanceof NoWorksheet)) throw error
    throw new Refusal("invalid", "fields", {}, { file: error.key })
  }
}

/** The threads that a sheet names and the consultation has, held until the end, each with its text. */
async function holdThreads(
  tx: Transaction,
  consultationId: string,
  entries: readonly SheetEntry[],
): Promise<Map<string, { thread: ThreadRow; text: CommentedText }>> {
  const ids = entries.map(({ threadId }) => threadId)
  const rows = await tx
    .select()
    .from(threads)
    .where(and(eq(threads.consultationId, consultationId), inArray(threads.id, ids)))
    .orderBy(threads.id)
    .for("no key update")
  const refs = new Map(rows.map((row) => [textIdOf(textOfThread(row)), textOfThread(row)]))
  const found = await Promise.all([...refs.values()].map((ref) => findCommentedText(tx, ref)))
  const texts = new Map(found.flatMap((text) => (text ? [[textIdOf(text.text), text]] : [])))
  return new Map(
    rows.flatMap((thread) => {
      const text = texts.get(textIdOf(textOfThread(thread)))
      return text ? [[thread.id, { thread, text }] as const] : []
    }),
  )
}
