import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { people } from "@/db/schema/people"
import { notFound } from "@/lib/platform/errors"
import type { MinutesText } from "./model"
import { storedText } from "./read-text"

/** The revision that the pointer names, as it stands while its row is held. */
export type CurrentRevision = {
  revision: number
  text: MinutesText
  savedAt: Date
  author: string | null
}

/** Step: holds the minutes of a meeting until the transaction ends. `not_found` before their start. */
export async function lockMinutes(tx: Transaction, meetingId: string): Promise<CurrentRevision> {
  const [held] = await tx
    .select({ revision: minutes.revision })
    .from(minutes)
    .where(eq(minutes.meetingId, meetingId))
    .for("update")
  if (!held) throw notFound()
  const [current] = await tx
    .select({
      text: minutesRevisions.text,
      savedAt: minutesRevisions.savedAt,
      author: people.name,
    })
    .from(minutesRevisions)
    .leftJoin(people, eq(people.id, minutesRevisions.authorId))
    .where(
      and(eq(minutesRevisions.meetingId, meetingId), eq(minutesRevisions.number, held.revision)),
    )
  if (!current) throw new Error(`Minutes ${meetingId} point at no revision`)
  return { ...held, ...current, text: storedText(current.text) }
}
