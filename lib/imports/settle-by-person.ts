import { and, asc, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import type { Finding } from "@/lib/check/model"
import { nameKeyOf } from "@/lib/people/name-score"
import type { DraftPerson } from "./draft"

type OpenFile = {
  id: string
  findings: Finding[]
  settled: number[]
  left: number[]
  present: DraftPerson[]
}

/**
 * Step: settles, in every open report of a batch, what was found only because one person stands there
 * under two of these names. The draft says the same as before, so its revision stays.
 */
export async function settleByPerson(
  tx: Transaction,
  batchId: string,
  names: readonly string[],
): Promise<void> {
  for (const file of await filesThatName(tx, batchId, names))
    await settle(tx, file, [...new Set([...file.settled, ...answeredIn(file, names)])])
}

/**
 * Step: opens again, in every open report of a batch, what only those names of a person had settled that
 * are taken from them.
 */
export async function openByPerson(
  tx: Transaction,
  batchId: string,
  { before, after }: { before: readonly string[]; after: readonly string[] },
): Promise<void> {
  for (const file of await filesThatName(tx, batchId, before)) {
    const still = new Set(answeredIn(file, after))
    const again = new Set(answeredIn(file, before).filter((place) => !still.has(place)))
    await settle(
      tx,
      file,
      file.settled.filter((place) => !again.has(place)),
    )
  }
}

/** Open reports in which something was found of one of these names. */
async function filesThatName(
  tx: Transaction,
  batchId: string,
  names: readonly string[],
): Promise<OpenFile[]> {
  const said = names.map((name) => JSON.stringify([{ values: { name } }]))
  return tx
    .select({
      id: importFiles.id,
      findings: sql<Finding[]>`${importFiles.read}->'findings'`,
      settled: sql<number[]>`${importFiles.corrected}->'settled'`,
      left: sql<
        number[]
      >`coalesce(${importFiles.corrected}->'left', ${importFiles.corrected}->'settled')`,
      present: sql<DraftPerson[]>`${importFiles.corrected}->'present'`,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.batchId, batchId),
        eq(importFiles.state, "read"),
        sql`${importFiles.read}->'findings' @> any(${sql.param(said)}::jsonb[])`,
      ),
    )
    .orderBy(asc(importFiles.position))
    .for("update")
}

async function settle(
  tx: Transaction,
  { id, settled, left }: OpenFile,
  next: readonly number[],
): Promise<void> {
  if (next.length === settled.length) return
  const answered = { settled: next, left: left.filter((place) => next.includes(place)) }
  await tx
    .update(importFiles)
    .set({ corrected: sql`${importFiles.corrected} || ${JSON.stringify(answered)}::jsonb` })
    .where(eq(importFiles.id, id))
}

function answeredIn({ findings, present }: OpenFile, names: readonly string[]): number[] {
  const keys = new Set(names.map(nameKeyOf))
  const isPresent = present.some(({ name, aliases }) =>
    [name, ...aliases].some((each) => keys.has(nameKeyOf(each))),
  )
  return findings.flatMap((finding, place) => (isAnswered(finding, keys, isPresent) ? [place] : []))
}

function isAnswered(
  { rule, values }: Finding,
  keys: ReadonlySet<string>,
  isPresent: boolean,
): boolean {
  const has = (value: unknown) => keys.has(nameKeyOf(String(value ?? "")))
  if (rule === "host-not-listed" || rule === "speaker-not-listed")
    return isPresent && has(values.name)
  return rule === "name-variant" && has(values.name) && has(values.other)
}
