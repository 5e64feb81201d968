import { and, asc, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"
import type { Finding } from "@/lib/check/model"
import { nameKeyOf } from "@/lib/people/name-score"
import type { DraftPerson } from "./draft"

/**
 * Step: settles, in every open report of a batch, what was found only because one person stands there
 * under two of these names. The draft says the same as before, so its revision stays.
 */
export async function settleByPerson(
  tx: Transaction,
  batchId: string,
  names: readonly string[],
): Promise<void> {
  const keys = new Set(names.map(nameKeyOf))
  const said = names.map((name) => JSON.stringify([{ values: { name } }]))
  const files = await tx
    .select({
      id: importFiles.id,
      findings: sql<Finding[]>`${importFiles.read}->'findings'`,
      settled: sql<number[]>`${importFiles.corrected}->'settled'`,
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
  for (const { id, findings, settled, present } of files) {
    const isPresent = present.some(({ name, aliases }) =>
      [name, ...aliases].some((each) => keys.has(nameKeyOf(each))),
    )
    const answered = findings.flatMap((finding, place) =>
      isAnswered(finding, keys, isPresent) ? [place] : [],
    )
    const next = [...new Set([...settled, ...answered])]
    if (next.length === settled.length) continue
    await tx
      .update(importFiles)
      .set({
        corrected: sql`jsonb_set(${importFiles.corrected}, '{settled}', ${JSON.stringify(next)}::jsonb)`,
      })
      .where(eq(importFiles.id, id))
  }
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
