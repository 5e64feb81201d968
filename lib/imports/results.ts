import { and, asc, eq, isNotNull, sql } from "drizzle-orm"
import { documents } from "@/db/schema/documents"
import { importBatches, importFiles } from "@/db/schema/imports"
import { meetings } from "@/db/schema/meetings"
import type { Finding, Severity } from "@/lib/check/model"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"
import { groupFindings, type Holder, holderOf } from "./group-findings"
import { type Kind, kinds, openErrors, openOf } from "./kinds"
import { nearNumbers } from "./near-numbers"
import { proposalOf } from "./progress"
import type { Tally } from "./read/text/tally"
import type { ImportRefusal, NotSaved, StoredReading } from "./stored"
import { isOfTheMoment } from "./tries"

/** What became of a file, in a line. What was read is null for a file that is no draft. */
export type Result = {
  id: string
  name: string
  state: (typeof importFiles.$inferSelect)["state"]
  kind: string
  revision: number
  refusal: ImportRefusal | null
  /** Whether it was refused and can be read again. */
  again: boolean
  notSaved: NotSaved | null
  /** Asked to be saved, and not saved yet. */
  saving: boolean
  number: number | null
  /** Other numbers that are printed, as they stand there. */
  printed: string[]
  /** Why it has its number, where that was a question. */
  why: StoredReading["settled"]
  startsAt: string | null
  /** The day alone, where the hour is not known. */
  day: string | null
  title: string | null
  items: number | null
  present: number | null
  /**
   * Findings that nobody has answered, or had when it was saved, by how grave they are; a number that another
   * meeting has among them.
   */
  open: Record<Severity, number>
  /** The errors among them: what is unsure, in words. */
  errors: Finding[]
  /** Words of the source that are in the draft, out of all. */
  words: Tally
  meetingId: string | null
  /** The slug of the document that it was kept as. */
  document: string | null
}

/** With what is found only with the whole group in view. */
export type ResultForDesk = Result & { found: Finding[]; holder: Holder | null }

/** Files on a page of the list. */
export const resultsPage = 100

const inDraft = {
  number: importFiles.draftNumber,
  startsAt: sql<string | null>`${importFiles.corrected}->>'startsAt'`,
  day: sql<string | null>`${importFiles.corrected}->>'day'`,
  title: sql<string | null>`${importFiles.corrected}->>'title'`,
  items: sql<number | null>`jsonb_array_length(${importFiles.corrected}->'agenda')`,
  present: sql<number | null>`jsonb_array_length(${importFiles.corrected}->'present')`,
}

const inReading = {
  numbers: sql<StoredReading["numbers"]>`coalesce(${importFiles.read}->'numbers', '[]')`,
  why: sql<StoredReading["settled"]>`nullif(${importFiles.read}->'settled', 'null')`,
  words: sql<Tally>`coalesce(${importFiles.read}->'words', '{"total":0,"kept":0}')`,
}

/**
 * A page of a batch's files in their order, all or those of one kind; pages count from 1. Reads no
 * text of a file. Empty when the group has no such batch.
 */
export async function listResults(
  actor: Actor,
  slug: string,
  batchId: string,
  { show, page }: { show: Kind | null; page: number },
): Promise<ResultForDesk[]> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  const rows = await database()
    .select({
      id: importFiles.id,
      name: importFiles.name,
      state: importFiles.state,
      kind: importFiles.kind,
      revision: importFiles.revision,
      refusal: sql<ImportRefusal | null>`${importFiles.refusal}`,
      hasOriginal: isNotNull(importFiles.original).mapWith(Boolean),
      notSaved: sql<NotSaved | null>`${importFiles.read}->'notSaved'`,
      saving: sql<boolean>`${kinds.saving}`,
      ...inDraft,
      ...inReading,
      errors: openErrors,
      openErrors: openOf.error,
      openWarnings: openOf.warning,
      openNotes: openOf.note,
      meetingId: importFiles.meetingId,
      document: documents.slug,
      meetingNumber: meetings.number,
    })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .leftJoin(meetings, eq(meetings.id, importFiles.meetingId))
    .leftJoin(documents, eq(documents.id, importFiles.documentId))
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importBatches.groupId, group.id),
        show ? kinds[show] : undefined,
      ),
    )
    .orderBy(asc(importFiles.position))
    .limit(resultsPage)
    .offset((page - 1) * resultsPage)
  const numbered = rows.flatMap(({ id, name, state, kind, number, startsAt, day }) =>
    state === "read" && kind === "report" ? [{ id, name, number, heldAt: startsAt ?? day }] : [],
  )
  const near = await nearNumbers(database(), group.id, numbered)
  const found = new Map(
    numbered.map((each) => [each.id, groupFindings(each, near.get(each.id) ?? [])]),
  )
  const holders = new Map(
    numbered.map((each) => [each.id, holderOf(each, near.get(each.id) ?? [], slug)]),
  )
  return rows.map(({ number: drafted, meetingNumber, numbers, ...all }) => {
    const { openErrors: error, openWarnings: warning, openNotes: note, hasOriginal, ...row } = all
    const number = meetingNumber ?? drafted
    const printed = numbers.flatMap((each) => (each.value === number ? [] : [each.printed]))
    const inGroup = found.get(row.id) ?? []
    const wrong = inGroup.filter(({ severity }) => severity === "error").length
    // A gap in the numbers is only said: other reports close it, and no press does.
    const open = { error: error + wrong, warning, note }
    const again = row.state === "refused" && hasOriginal && isOfTheMoment(row.refusal)
    return {
      ...row,
      again,
      number,
      printed,
      found: inGroup,
      holder: holders.get(row.id) ?? null,
      open,
    }
  })
}

/** The name of a file of a batch that was put aside; null for any other. */
export async function findAside(batchId: string, fileId: string): Promise<string | null> {
  if (!isId(batchId) || !isId(fileId)) return null
  const [file] = await database()
    .select({ name: importFiles.name })
    .from(importFiles)
    .where(and(eq(importFiles.batchId, batchId), eq(importFiles.id, fileId), kinds.discarded))
  return file?.name ?? null
}

/** What stands for the numbers that are proposed in a batch, as a form that takes them sends it back. */
export const findProposal = (batchId: string): Promise<string> => proposalOf(database(), batchId)

/** The file of a batch to be looked at next: what has errors, then what has warnings, then the rest. */
export async function findNext(batchId: string): Promise<{ id: string; name: string } | null> {
  for (const kind of ["errors", "warnings", "ready", "documents"] as const) {
    const [next] = await database()
      .select({ id: importFiles.id, name: importFiles.name })
      .from(importFiles)
      .where(and(eq(importFiles.batchId, batchId), kinds[kind]))
      .orderBy(asc(importFiles.position))
      .limit(1)
    if (next) return next
  }
  return null
}
