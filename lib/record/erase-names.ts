import { and, eq, inArray, isNull, or, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { recordNames, reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { foldName } from "@/lib/people/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { enqueueAll } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { keepReportLinks } from "@/lib/reports/keep-links"
import { writeSource } from "@/lib/search/write-source"
import type { eraseNamesInput } from "./input"

/**
 * Erases names of published reports on a lawful request: name and salt go, the commitment stays, so that the
 * ledger can still be computed. Files that held them go and are made again. Cannot be undone. Refuses with
 * `conflict` when one was erased meanwhile, with `invalid` when the ground itself holds a name.
 */
export async function eraseNames(
  actor: Actor,
  { names, because }: z.output<typeof eraseNamesInput>,
): Promise<{ names: number; reports: number }> {
  authorize(actor, "record.erase")
  return transaction(async (tx) => {
    const wanted = or(...names.map(isPlace))
    const held = await tx.select().from(recordNames).where(wanted).for("update")
    if (held.length < new Set(names).size || held.some(({ name }) => name === null))
      throw new Refusal("conflict", "record.gone")
    const ground = foldName(because)
    if (held.some(({ key, name }) => key.startsWith("p") && ground.includes(foldName(name ?? ""))))
      throw new Refusal("invalid", "fields", {}, { because: "record.reasonNames" })
    const reportIds = [...new Set(held.map(({ subjectId }) => subjectId))]
    const gone = {
      ...{ name: null, salt: null },
      ...{ erasedAt: now(), erasedBy: personOf(actor), erasedBecause: because },
    }
    await tx.update(recordNames).set(gone).where(wanted)
    // The fingerprint of an earlier release was taken over the names: with it a guess could be proved.
    await tx
      .update(recordNames)
      .set(gone)
      .where(
        and(
          inArray(recordNames.subjectId, reportIds),
          eq(recordNames.key, "former"),
          isNull(recordNames.erasedAt),
        ),
      )
    await tx.delete(reportFiles).where(inArray(reportFiles.reportId, reportIds))
    await enqueueAll(
      tx,
      "files",
      reportIds.map((reportId) => ({ reportId })),
    )
    await tell(tx, actor, reportIds, because)
    return { names: held.length, reports: reportIds.length }
  })
}

function isPlace(place: string) {
  const [reportId = "", key = ""] = place.split(".")
  return and(eq(recordNames.subjectId, reportId), eq(recordNames.key, key))
}

/** What is found of each meeting, and the words of its links, are written again; one event tells of it. */
async function tell(
  tx: Transaction,
  actor: Actor,
  reportIds: readonly string[],
  because: string,
): Promise<void> {
  const meetings = await tx
    .select({
      ...{ meetingId: reports.meetingId, groupId: reports.groupId, slug: groups.slug },
      count: sql<number>`count(*)::int`,
    })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(inArray(reports.id, [...reportIds]))
    .groupBy(reports.meetingId, reports.groupId, groups.slug)
  for (const { meetingId, groupId, slug, count } of meetings) {
    await keepReportLinks(tx, { groupId, meetingId })
    // At once, not by the job: a page of the search that is kept meanwhile would go on showing the name.
    await writeSource(tx, `meeting:${meetingId}`)
    await record(tx, {
      name: "record.nameErased",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { reports: count, because },
      publicChange: [slug],
    })
  }
}
