import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import { LIMITS } from "@/lib/minutes/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { refuseSize } from "./decode"
import { documentOf } from "./document-text"
import { draftOf, importDraft } from "./draft"
import { fingerprint } from "./fingerprint"
import { batchLimits, type bringInInput } from "./input"
import type { FileReading } from "./read-file"
import { readSafely } from "./read-safely"
import { settleBatch } from "./settle-batch"
import { type ImportRefusal, storedReading } from "./stored"

type Row = Omit<typeof importFiles.$inferInsert, "batchId" | "position">

/**
 * Reads files into a new batch of a group: each becomes a draft to be looked at, or is refused with
 * its reason and never harms the others. No meeting is made yet. A text that the group has brought in
 * before is recognised, whatever its name.
 */
export async function bringIn(
  actor: Actor,
  { groupId, files }: z.output<typeof bringInInput>,
): Promise<{ slug: string; batchId: string }> {
  authorize(actor, "import.bringIn", { groupId })
  // A file that is refused for its own size does not count against the others.
  const taken = files.filter(({ size }) => refuseSize(size) === null)
  if (taken.reduce((sum, { size }) => sum + size, 0) > batchLimits.bytes) {
    throw new Refusal("invalid", "imports.tooMuch", { most: batchLimits.bytes / 1024 / 1024 })
  }
  const readings = await Promise.all(files.map(readUpload))
  return transaction(async (tx) => {
    // Two uploads of one report at once are looked at one after the other.
    const [group] = await tx.select().from(groups).where(eq(groups.id, groupId)).for("update")
    if (!group) throw notFound()
    const [batch] = await tx
      .insert(importBatches)
      .values({ groupId, broughtInBy: personOf(actor) })
      .returning({ id: importBatches.id })
    if (!batch) throw new Error("A batch was not written")
    const rows = await rowsOf(tx, group, readings)
    await tx
      .insert(importFiles)
      .values(rows.map((row, position) => ({ ...row, batchId: batch.id, position })))
    await settleBatch(tx, batch.id)
    await record(tx, {
      name: "import.broughtIn",
      actor,
      groupId,
      subject: { type: "import", id: batch.id },
      data: { files: rows.length, refused: rows.filter(({ state }) => state === "refused").length },
    })
    return { slug: group.slug, batchId: batch.id }
  })
}

type Upload = { reading: FileReading; bytes: Uint8Array }

/** A file that is too large for its size alone is not looked at. */
async function readUpload(file: File): Promise<Upload> {
  const refused = refuseSize(file.size)
  const name = file.name.slice(0, 200)
  if (refused) return { reading: { name, refused }, bytes: new Uint8Array() }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { reading: await readSafely(bytes, name), bytes }
}

async function rowsOf(
  tx: Transaction,
  group: { id: string; name: string },
  uploads: Upload[],
): Promise<Row[]> {
  const prints = uploads.map(({ reading }) =>
    "source" in reading ? fingerprint(reading.source) : null,
  )
  const known = await knownReports(
    tx,
    group.id,
    prints.filter((print) => print !== null),
  )
  return uploads.map(({ reading, bytes }, place) => {
    if ("refused" in reading) return refusedRow(reading.name, reading.refused)
    const print = prints[place] ?? ""
    const before = known.get(print)
    if (before) return refusedRow(reading.name, { code: "same-report", ...before })
    const { name, source, kind, format } = reading
    const row = {
      name,
      kind,
      format,
      source,
      sourceSha256: print,
      original: bytes,
      state: "read",
    } as const
    if (reading.kind === "document") {
      known.set(print, { file: name, number: 0 })
      return {
        ...row,
        corrected: { title: reading.document.title ?? name, text: documentOf(reading.document) },
      }
    }
    const { report, findings } = reading
    const draft = importDraft.safeParse(draftOf(report, group.name))
    if (!draft.success) return refusedRow(name, { code: "too-long", most: LIMITS.characters })
    known.set(print, { file: name, number: 0 })
    return {
      ...row,
      read: {
        ...storedReading(report, findings, { source, draft: draft.data }),
        encoding: reading.encoding,
      },
      corrected: draft.data,
    }
  })
}

const refusedRow = (name: string, refusal: ImportRefusal): Row => ({
  name,
  state: "refused",
  refusal,
})

/** Reports of the group that still stand as a draft to look at or as a meeting, by their fingerprint. */
async function knownReports(tx: Transaction, groupId: string, prints: string[]) {
  const rows = await tx
    .select({ print: importFiles.sourceSha256, file: importFiles.name, number: meetings.number })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .leftJoin(meetings, eq(meetings.id, importFiles.meetingId))
    .where(
      and(
        eq(importBatches.groupId, groupId),
        inArray(importFiles.state, ["read", "saved"]),
        inArray(importFiles.sourceSha256, prints),
      ),
    )
  return new Map(
    rows.map(({ print, file, number }) => [print ?? "", { file, number: number ?? 0 }]),
  )
}
