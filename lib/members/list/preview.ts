import { and, count, eq, isNull, notInArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { memberships } from "@/db/schema/members"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { hashOf } from "@/lib/platform/secrets"
import { authorize } from "@/lib/policy/can"
import { readKnown } from "./known"
import { type PlannedLine, planList } from "./plan"
import { readList } from "./read"

export type ListPreview = {
  /** The list itself, to be sent again with the answer. */
  text: string
  /** What was shown: a list that would do something else by now is shown again instead of saved. */
  shown: string
  lines: PlannedLine[]
  unknownHeads: string[]
  /** Members whom the list does not name; they stay. */
  absent: number
}

/** What a list of members would do to a group, line by line. Saves nothing. */
export async function previewList(
  actor: Actor,
  { groupId, text }: { groupId: string; text: string },
): Promise<ListPreview> {
  authorize(actor, "member.import", { groupId })
  const { unknownHeads, lines, shown } = await planFor(database(), groupId, text)
  const named = [...new Set(lines.flatMap(({ choices }) => choices.map(({ value }) => value)))]
  const ids = named.filter((value) => value !== "new" && value !== "skip")
  const [row] = await database()
    .select({ n: count() })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, groupId),
        isNull(memberships.until),
        ids.length > 0 ? notInArray(memberships.personId, ids) : undefined,
      ),
    )
  return { text, shown, lines, unknownHeads, absent: row?.n ?? 0 }
}

/** The plan for a list as things stand for a reader, with a mark by which the same plan is known again. */
export async function planFor(reader: Reader, groupId: string, text: string) {
  const { lines, unknownHeads } = readList(text)
  const planned = planList(lines, await readKnown(reader, groupId, lines))
  return { lines: planned, unknownHeads, shown: hashOf(JSON.stringify(planned)) }
}
