import { setImmediate as turn } from "node:timers/promises"
import { and, eq, inArray } from "drizzle-orm"
import type { ZodError } from "zod"
import type { Transaction } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import { LIMITS } from "@/lib/minutes/model"
import { log } from "@/lib/platform/log"
import { documentOf } from "./document-text"
import { draftOf, importDraft } from "./draft"
import { fingerprint } from "./fingerprint"
import { draftOfRecord } from "./own/own-draft"
import type { FileReading } from "./read-file"
import { overOf } from "./room"
import { type ImportRefusal, storedDocument, storedReading } from "./stored"
import { isOfTheMoment } from "./tries"

/** What a file that was waiting becomes. */
export type Became = Pick<
  typeof importFiles.$inferInsert,
  | "state"
  | "kind"
  | "format"
  | "source"
  | "sourceSha256"
  | "read"
  | "corrected"
  | "refusal"
  | "original"
>

/** A reading made ready to be kept; `print` is that of its text, null when it was refused. */
export type Prepared = { name: string; print: string | null; became: Became }

/**
 * What becomes of readings for themselves: a draft to be looked at, or a refusal. Between two of them
 * whatever else the process has to do gets its turn.
 */
export async function prepare(
  readings: readonly FileReading[],
  groupName: string,
): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  for (const reading of readings) {
    prepared.push(prepareOne(reading, groupName))
    await turn()
  }
  return prepared
}

function prepareOne(reading: FileReading, groupName: string): Prepared {
  const { name } = reading
  if ("refused" in reading) return { name, print: null, became: refused(reading.refused) }
  const { source, kind, format } = reading
  if (reading.kind === "report" && reading.record?.withdrawal) {
    const { version, meeting } = reading.record
    const refusal = { code: "withdrawal" as const, number: meeting.number, version }
    return { name, print: null, became: refused(refusal) }
  }
  const print = fingerprint(source)
  const became = reading.kind === "document" ? asDocument(reading) : asReport(reading, groupName)
  if ("code" in became) return { name, print: null, became: refused(became) }
  const text = { kind, format, source, sourceSha256: print }
  return { name, print, became: { state: "read", ...text, ...became } }
}

const most = LIMITS.characters

type Read<Kind extends string> = Extract<FileReading, { kind: Kind }>
type Made = Pick<Became, "read" | "corrected"> | ImportRefusal

function asReport(reading: Read<"report">, groupName: string): Made {
  const { report, findings, source, encoding, record } = reading
  const own = record && draftOfRecord(record)
  const draft = importDraft.safeParse(own ? own.draft : draftOf(report, groupName))
  if (!draft.success) return refusalOf(draft.error)
  const made = record ? undefined : { source, draft: draft.data }
  const all = own ? own.findings : [...findings, ...overOf(report).findings]
  const read = { ...storedReading(report, all, made), encoding }
  return { read, corrected: draft.data }
}

function asDocument({ name, document }: Read<"document">): Made {
  const made = storedDocument.safeParse({
    title: document.title ?? name,
    text: documentOf(document),
  })
  return made.success ? { corrected: made.data } : refusalOf(made.error)
}

/** A text may be too long to be kept; whatever else does not fit is our fault, each time anew. */
function refusalOf({ issues }: ZodError): ImportRefusal {
  if (issues.some(({ path }) => path[0] === "text")) return { code: "too-long", most }
  log().error({ issues }, "what was read in a file is no draft")
  return { code: "fault" }
}

/**
 * Step: the same with what the group has in view, in the order of the files: a text that it has brought
 * in before is recognised, whatever its name.
 */
export async function besideKnown(
  tx: Transaction,
  groupId: string,
  prepared: readonly Prepared[],
): Promise<Became[]> {
  const prints = prepared.flatMap(({ print }) => (print === null ? [] : [print]))
  const known = await knownReports(tx, groupId, prints)
  return prepared.map(({ name, print, became }) => {
    const before = print === null ? undefined : known.get(print)
    if (before) return refused({ code: "same-report", ...before })
    if (print !== null && became.state === "read") known.set(print, { file: name, number: 0 })
    return became
  })
}

/**
 * Of what cannot be brought in nothing is kept: nobody could come to it, and it would stand in every backup.
 * What may be read after all on a better day keeps its bytes.
 */
const refused = (refusal: ImportRefusal): Became => ({
  ...{ state: "refused", refusal },
  ...(isOfTheMoment(refusal) ? {} : { original: null }),
})

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
