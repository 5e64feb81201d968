import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { minutesRevisionNames } from "@/db/schema/live-minutes"
import { minutesRevisions } from "@/db/schema/minutes"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { nameRevisionInput } from "./input"

/** The name that a revision now has; null when it has none. */
export type NamedRevision = {
  slug: string
  meetingId: string
  number: number
  name: string | null
}

/**
 * Names a revision that stands, instead of any name it had; an empty name takes it away. The text
 * is untouched. `not_found` when there is no such revision.
 */
export async function nameRevision(
  actor: Actor,
  { meetingId, number, name }: z.output<typeof nameRevisionInput>,
): Promise<NamedRevision> {
  return transaction(async (tx) => {
    const { slug, groupId, noteTakerId, number: held } = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.name", { groupId, noteTakerId })
    const [standing] = await tx
      .select({ number: minutesRevisions.number, name: minutesRevisionNames.name })
      .from(minutesRevisions)
      .leftJoin(
        minutesRevisionNames,
        and(
          eq(minutesRevisionNames.meetingId, minutesRevisions.meetingId),
          eq(minutesRevisionNames.number, minutesRevisions.number),
        ),
      )
      .where(and(eq(minutesRevisions.meetingId, meetingId), eq(minutesRevisions.number, number)))
    if (!standing) throw notFound()
    if ((standing.name ?? "") === name) return { slug, meetingId, number, name: standing.name }
    const namedBy = personOf(actor)
    const key = and(
      eq(minutesRevisionNames.meetingId, meetingId),
      eq(minutesRevisionNames.number, number),
    )
    await tx.delete(minutesRevisionNames).where(key)
    if (name !== "")
      await tx.insert(minutesRevisionNames).values({ meetingId, number, name, namedBy })
    const of = { number: held, revision: number }
    await record(tx, {
      name: "minutes.named",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: name
        ? { ...of, name, how: "given" }
        : { ...of, name: standing.name ?? "", how: "taken" },
    })
    return { slug, meetingId, number, name: name === "" ? null : name }
  })
}
