import { and, eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { LIMITS } from "@/lib/minutes/model"
import { draftOf, importDraft } from "./draft"
import { fingerprint } from "./fingerprint"
import type { FileReading } from "./read-file"
import { type ImportRefusal, storedReading } from "./stored"

/** What a file that was waiting becomes. */
export type Became = Pick<
  typeof importFiles.$inferInsert,
  "state" | "source" | "sourceSha256" | "read" | "corrected" | "refusal"
>

type Group = { id: string; name: string }

/**
 * Step: what becomes of the readings of a group's files, in their order: a draft to be looked at, or a
 * refusal. A text that the group has brought in before is recognised, whatever its name.
 */
export async function becomeOf(
  tx: Transaction,
  group: Group,
  readings: readonly FileReading[],
): Promise<Became[]> {
  const prints = readings.map((reading) =>
    "source" in reading ? fingerprint(reading.source) : null,
  )
  const known = await knownReports(
    tx,
    group.id,
    prints.filter((print) => print !== null),
  )
  return readings.map((reading, place) => {
    if ("refused" in reading) return refused(reading.refused)
    const print = prints[place] ?? ""
    const before = known.get(print)
    if (before) return refused({ code: "same-report", ...before })
    const draft = importDraft.safeParse(draftOf(reading.report, group.name))
    if (!draft.success) return refused({ code: "too-long", most: LIMITS.characters })
    known.set(print, { file: reading.name, number: 0 })
    return {
      state: "read",
      source: reading.source,
      sourceSha256: print,
      read: storedReading(reading.report, reading.findings),
      corrected: draft.data,
    }
  })
}

const refused = (refusal: ImportRefusal): Became => ({ state: "refused", refusal })

/** Reports of the group that still stand as a draft to look at or as a meeting, by their fingerprint. */
async function knownReports(tx: Transaction, groupId: string, prints: string[]) {
  if (prints.length === 0) return new Map<string, { file: string; number: number }>()
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
