import { asc, eq, sql } from "drizzle-orm"
import { groupWords } from "@/db/schema/checks"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

export type GroupWord = { id: string; word: string }

/** The words that a group writes so, by the alphabet. For whoever may change them. */
export async function listWords(actor: Actor, groupId: string): Promise<GroupWord[]> {
  authorize(actor, "group.edit", { groupId })
  return database()
    .select({ id: groupWords.id, word: groupWords.word })
    .from(groupWords)
    .where(eq(groupWords.groupId, groupId))
    .orderBy(asc(sql`lower(${groupWords.word})`))
}
