import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { type LiveText, named } from "./kind"

/** Step: everybody who wrote in a text behind change number `upto`. */
export async function contributorsSince(
  tx: Transaction,
  text: LiveText,
  upto: number,
): Promise<string[]> {
  const { updates, key } = named(text)
  const rows = await tx.execute<{ author_id: string }>(sql`
    select distinct author_id from ${updates}
    where ${key} = ${text.id} and number > ${upto} and author_id is not null`)
  return rows.map(({ author_id: id }) => id)
}
