import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { errorReports } from "@/db/schema/corrections"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { findNewestVersion } from "@/lib/reports/newest-version"
import type { errorAnswers } from "./input"
import { writeAnswer } from "./letters"

/**
 * Step: answers a reported error, once, records it, and mails the answer to whoever reported it. The letter
 * has their address from then on; beside what they reported it stands no more.
 */
export async function giveAnswer(
  tx: Transaction,
  actor: Actor,
  held: typeof errorReports.$inferSelect,
  { answer, reply }: { answer: (typeof errorAnswers)[number]; reply: string },
): Promise<void> {
  const answeredBy = personOf(actor)
  if (!answeredBy) throw new Refusal("forbidden", "forbidden")
  const [about] = await tx
    .select({
      version: reports.version,
      group: { slug: groups.slug, name: groups.name },
    })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(eq(reports.id, held.reportId))
  const newest = await findNewestVersion(tx, held.meetingId)
  if (!about || !newest) throw new Error(`Error report ${held.id} is about no version`)
  const { version, group } = about
  const { number } = newest.content.meeting
  const isNewer = newest.content.version > version
  if (answer === "corrected" && !isNewer)
    throw new Refusal("conflict", "errorReport.notCorrected", { version })
  // Nothing is put right in a report that was taken back: that it stands no more is the answer then.
  const said = answer === "corrected" && newest.content.withdrawal ? "withdrawn" : answer
  await tx
    .update(errorReports)
    .set({ answer: said, reply, answeredAt: now(), answeredBy, email: null })
    .where(eq(errorReports.id, held.id))
  const since = answer === "corrected" ? newest.content.version : null
  const { email: to, locale } = held
  if (to)
    await writeAnswer(tx, { group, number, version, to, locale }, { answer: said, reply, since })
  await record(tx, {
    name: "error.answered",
    actor,
    groupId: held.groupId,
    subject: { type: "meeting", id: held.meetingId },
    // A choice in the catalogue's sentence is one word.
    data: { number, version, answer: said.replace("-", "") },
  })
}
