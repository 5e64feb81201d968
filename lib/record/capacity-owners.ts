import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { type Names, namesOf } from "./open-content"
import { keysIn } from "./words"

/**
 * Step: whose each of these capacities is that stand beside versions, by version and key ("id.c1"): a name as
 * it stands there. Those of whoever was erased already are left out. The record says whose they are, not a column.
 */
export async function capacityOwners(
  tx: Transaction,
  capacities: readonly { subjectId: string; key: string }[],
): Promise<Map<string, string>> {
  const versions = [...new Set(capacities.map(({ subjectId }) => subjectId))]
  if (versions.length === 0) return new Map()
  const ids = sql`any(${sql.param(versions)}::uuid[])`
  const rows = await tx.execute<{ id: string; content: unknown }>(sql`
    select id, content from reports where id = ${ids}
    union all select id, content from document_versions where id = ${ids}
    union all select id, content from compendia where id = ${ids}
    union all select id, content from editions where id = ${ids}`)
  const names = await namesOf(tx, versions)
  return new Map(rows.flatMap(({ id, content }) => ownersIn(id, content, names.get(id))))
}

function ownersIn(id: string, value: unknown, names: Names | undefined): [string, string][] {
  if (typeof value !== "object" || value === null) return []
  const within = Object.values(value).flatMap((each) => ownersIn(id, each, names))
  const { name, capacity, organisation } = value as Record<string, unknown>
  const owner = names?.get(keyIn(name) ?? "")
  return owner ? [...within, ...[capacity, organisation].flatMap(ofOwner(id, owner))] : within
}

const keyIn = (words: unknown) => (typeof words === "string" ? keysIn(words)[0] : undefined)

const ofOwner =
  (id: string, owner: string) =>
  (words: unknown): [string, string][] => {
    const key = keyIn(words)
    return key?.startsWith("c") ? [[`${id}.${key}`, owner]] : []
  }
