import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import type { Finding } from "@/lib/check/model"
import { heldAt } from "./held-at"
import type { NumberedEntry } from "./numbered"
import { settleNumbers } from "./numbering"
import type { StoredReading } from "./stored"

type OpenFile = {
  id: string
  /** When it was held: an instant, or a day whose hour is not known. */
  at: string | null
  number: number | null
  settled: number[]
  numbers: StoredReading["numbers"] | null
  before: StoredReading["settled"]
  findings: Finding[]
}

/**
 * Step: settles the numbers of a batch with all of its open reports in view, and with the meetings and the
 * open reports of other batches of the group, whose numbers stay. Keeps the reason beside each. Call it when the last file of the batch has been read; it may
 * be called again. A number that a person gave or confirmed stays.
 */
export async function settleBatch(tx: Transaction, batchId: string): Promise<void> {
  const [batch] = await tx
    .select({ groupId: importBatches.groupId })
    .from(importBatches)
    .where(eq(importBatches.id, batchId))
  if (!batch) return
  const files = await openFiles(tx, batchId)
  const known = [
    ...(await numberedMeetings(tx, batch.groupId)),
    ...(await numberedElsewhere(tx, batch.groupId, batchId)),
  ]
  const results = new Map(
    settleNumbers([...known, ...files.map(entryOf)]).map((each) => [each.key, each]),
  )
  for (const file of files) {
    const result = results.get(file.id)
    if (!result || isByHand(file)) continue
    // A number that is taken stays as printed: saving refuses it, and a person gives the right one.
    const settled = { number: result.number ?? file.number, reason: result.reason }
    if (JSON.stringify(settled) === JSON.stringify(file.before)) continue
    await keep(tx, file, settled)
  }
}

async function openFiles(tx: Transaction, batchId: string): Promise<OpenFile[]> {
  return tx
    .select({
      id: importFiles.id,
      at: heldAt,
      number: importFiles.draftNumber,
      settled: sql<number[]>`${importFiles.corrected}->'settled'`,
      numbers: sql<OpenFile["numbers"]>`${importFiles.read}->'numbers'`,
      before: sql<OpenFile["before"]>`nullif(${importFiles.read}->'settled', 'null'::jsonb)`,
      findings: sql<Finding[]>`${importFiles.read}->'findings'`,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importFiles.state, "read"),
        eq(importFiles.kind, "report"),
      ),
    )
    .orderBy(asc(importFiles.position))
    .for("update")
}

/** Meetings of the group under the numbers that they bear and bore. */
async function numberedMeetings(reader: Reader, groupId: string): Promise<NumberedEntry[]> {
  const bear = await reader
    .select({ id: meetings.id, at: meetings.startsAt, number: meetings.number })
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), isNotNull(meetings.number)))
  const bore = await reader
    .select({ number: meetingFormerNumbers.number })
    .from(meetingFormerNumbers)
    .where(eq(meetingFormerNumbers.groupId, groupId))
  const entry = (key: string, at: Date | null, number: number | null): NumberedEntry => ({
    key,
    at: at?.toISOString() ?? null,
    printed: [],
    as: "",
    fixed: number,
  })
  return [
    ...bear.map(({ id, at, number }) => entry(id, at, number)),
    ...bore.map(({ number }) => entry(`former ${number}`, null, number)),
  ]
}

/** Open reports of the group's other batches under the numbers that they have by now. */
async function numberedElsewhere(
  reader: Reader,
  groupId: string,
  batchId: string,
): Promise<NumberedEntry[]> {
  const number = importFiles.draftNumber
  const rows = await reader
    .select({ id: importFiles.id, at: heldAt, number })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(
      and(
        eq(importBatches.groupId, groupId),
        ne(importFiles.batchId, batchId),
        eq(importFiles.state, "read"),
        eq(importFiles.kind, "report"),
        isNotNull(number),
      ),
    )
  const held = new Map(rows.map((row) => [row.number, row]))
  return [...held.values()].map(({ id, at, number: fixed }) => ({
    ...{ key: id, at, printed: [], as: "", fixed },
  }))
}

/** Whether somebody gave the number, or agreed to the one that was taken. */
function isByHand({ number, before, settled, findings }: OpenFile): boolean {
  const isConfirmed = settled.some((place) => findings[place]?.rule === "number-mismatch")
  return isConfirmed || number !== (before?.number ?? null)
}

function entryOf(file: OpenFile): NumberedEntry {
  const likely = (value: number) => (value === file.number ? 0 : 1)
  const numbers = [...(file.numbers ?? [])].sort((a, b) => likely(a.value) - likely(b.value))
  return {
    key: file.id,
    at: file.at,
    printed: [...new Set(numbers.map(({ value }) => value))],
    as: numbers[0]?.printed ?? "",
    fixed: isByHand(file) ? file.number : null,
  }
}

/** The finding that two numbers are printed names the one that is taken now. */
async function keep(
  tx: Transaction,
  { id, number, findings }: OpenFile,
  settled: NonNullable<StoredReading["settled"]>,
): Promise<void> {
  const said = findings.map((finding) =>
    finding.rule === "number-mismatch" && settled.number !== null
      ? { ...finding, values: { ...finding.values, number: settled.number } }
      : finding,
  )
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
  await tx
    .update(importFiles)
    .set({
      read: sql`${importFiles.read} || jsonb_build_object('settled', ${json(settled)}, 'findings', ${json(said)})`,
      // Nobody typed it: a form that is open meanwhile says which number it showed, and stays good.
      ...(settled.number !== number && {
        corrected: sql`jsonb_set(${importFiles.corrected}, '{number}', ${json(settled.number)})`,
      }),
    })
    .where(eq(importFiles.id, id))
}
