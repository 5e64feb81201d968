import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { Pair } from "./pair"

/** Tables in which a person stands once for each thing, with what names the thing beside `person_id`. */
const things = {
  comment_mentions: ["comment_id"],
  comment_reactions: ["comment_id", "kind"],
  digests: ["tempo"],
  meeting_answers: ["meeting_id"],
  notice_choices: ["group_id", "kind"],
  notices: ["kind", "key"],
  person_settings: [],
  thread_mutes: ["thread_id"],
  thread_reads: ["text_id"],
} as const

/** Moves the rows of one such table; where both stand beside one thing, the kept person's row stays. */
export const movePersonal =
  (table: keyof typeof things) =>
  async (tx: Transaction, { kept, merged }: Pair): Promise<void> => {
    const here = sql.identifier(table)
    const same = things[table].map(
      (column) =>
        sql`and other.${sql.identifier(column)} is not distinct from ${here}.${sql.identifier(column)}`,
    )
    await tx.execute(sql`delete from ${here} where person_id = ${merged} and exists (
      select 1 from ${here} other where other.person_id = ${kept} ${sql.join(same, sql` `)})`)
    await tx.execute(sql`update ${here} set person_id = ${kept} where person_id = ${merged}`)
  }

/** Drafts are words of somebody: of two for one place both stay, the second under a key of its own. */
export async function moveDrafts(tx: Transaction, { kept, merged }: Pair): Promise<void> {
  await tx.execute(sql`update comment_drafts set key = key || ' ' || id where person_id = ${merged} and exists (
    select 1 from comment_drafts other where other.person_id = ${kept} and other.key = comment_drafts.key)`)
  await tx.execute(sql`update comment_drafts set person_id = ${kept} where person_id = ${merged}`)
}
