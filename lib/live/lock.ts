import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { type LiveText, named } from "./kind"

/**
 * Step: holds the shared state of a text until the transaction ends, so that numbers follow each other
 * in the order of the commits. Returns its newest number; null when there is none.
 */
export async function lockState(tx: Transaction, text: LiveText): Promise<number | null> {
  const { states, key } = named(text)
  const [held] = await tx.execute<{ last: number }>(
    sql`select last from ${states} where ${key} = ${text.id} for update`,
  )
  return held?.last ?? null
}
