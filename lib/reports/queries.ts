import { desc, eq } from "drizzle-orm"
import { reports } from "@/db/schema/reports"
import { getDeskGroup } from "@/lib/groups/queries"
import { agendaIds, getMeetingForReport } from "@/lib/meetings/for-report"
import { findFindings } from "@/lib/minutes/check/find-findings"
import type { ShownFinding } from "@/lib/minutes/check/model"
import { shownFindings } from "@/lib/minutes/check/queries"
import { emptyText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { composeReport } from "./compose"
import type { ReportContent } from "./model"
import { type Lack, lacksOf } from "./status"

/** What a co-chair sees before publishing. `preview` is what would be published; null while number or start are missing. */
export type Publishing = {
  meetingId: string
  number: number | null
  revision: number
  lacks: Lack[]
  versions: { version: number; publishedAt: Date }[]
  preview: ReportContent | null
  /** What the check finds in exactly this revision; every error needs a reason. */
  findings: ShownFinding[]
}

/** What would be published of a meeting now, and what is missing. Only for those who may publish. */
export async function getPublishing(
  actor: Actor,
  slug: string,
  meetingId: string,
  language: Locale,
): Promise<Publishing> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "report.publish", { groupId: group.id })
  const db = database()
  const [meeting, minutes, versions] = await Promise.all([
    getMeetingForReport(db, meetingId),
    getCurrentText(db, meetingId),
    db
      .select({ version: reports.version, publishedAt: reports.publishedAt })
      .from(reports)
      .where(eq(reports.meetingId, meetingId))
      .orderBy(desc(reports.version)),
  ])
  if (meeting.group.slug !== slug) throw notFound()
  const text = minutes?.text ?? emptyText([])
  const at = now()
  const lacks = lacksOf(
    {
      number: meeting.number,
      startsAt: meeting.startsAt,
      cancelled: meeting.cancelledAt !== null,
      publishedVersions: versions.length,
      text,
      agendaIds: agendaIds(meeting.agenda),
    },
    at,
  )
  const isPublished = versions.length > 0
  const found =
    minutes && !isPublished
      ? await findFindings(db, { groupId: group.id, meetingId, text }, meeting)
      : []
  const whole = meeting.number !== null && meeting.startsAt !== null
  return {
    meetingId,
    number: meeting.number,
    revision: minutes?.revision ?? 0,
    lacks,
    versions,
    preview: whole
      ? composeReport(meeting, text, { version: versions.length + 1, publishedAt: at, language })
      : null,
    findings: await shownFindings(db, meetingId, found, language),
  }
}
