import { type SQL, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { readSource, sourceOf } from "./sources"

/**
 * Step: says of each passage of a mapping's newest edition whether all its words stand in the same row
 * of the working table too, where members find them. What was changed since, they find in the edition.
 * Does nothing for a `source` that is neither a row nor an edition.
 */
export async function markEditionTwins(tx: Transaction, source: string): Promise<void> {
  const known = readSource(source)
  if (known?.kind === "edition") return mark(tx, known.id, sql`true`)
  if (known?.kind !== "row") return
  const [row] = await tx.execute<{ mapping: string }>(
    sql`select mapping_id as mapping from mapping_rows where id = ${known.id}`,
  )
  if (!row) return
  // Whoever writes the edition at this moment may have compared it with the row before.
  await holdSource(tx, sourceOf("edition", row.mapping))
  await mark(tx, row.mapping, sql`r.id = ${known.id}`)
}

/** Step: one at a time writes what is found of a record. */
export async function holdSource(tx: Transaction, source: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${source}, 7))`)
}

/** Every address of an edition's passage ends with the number of its row. */
async function mark(tx: Transaction, mappingId: string, which: SQL): Promise<void> {
  await tx.execute(sql`
    update search_texts e set twin = compared.twin
    from (
      select p.id, tsvector_to_array(p.terms) <@ array(
        select unnest(tsvector_to_array(w.terms)) from search_texts w where w.source = 'row:' || r.id
      ) as twin
      from search_texts p
      join mapping_rows r on r.mapping_id = ${mappingId}
        and r.number = substring(p.href from '[0-9]+$')::int
      where p.source = ${sourceOf("edition", mappingId)} and ${which}
    ) compared
    where e.id = compared.id and e.twin <> compared.twin`)
}
