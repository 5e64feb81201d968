import { desc, eq } from "drizzle-orm"
import { reports } from "@/db/schema/reports"
import { findOpenCorrection, type OpenCorrection } from "@/lib/corrections/open-correction"
import { getDeskGroup } from "@/lib/groups/queries"
import { agendaIds, getMeetingForReport } from "@/lib/meetings/for-report"
import { findFindings } from "@/lib/minutes/check/find-findings"
import type { ShownFinding } from "@/lib/minutes/check/model"
import { shownFindings } from "@/lib/minutes/check/queries"
import { findDeskMeeting } from "@/lib/minutes/desk-meeting"
import { emptyText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import { listUnnamed } from "@/lib/reviews/unnamed"
import { composeReport } from "./compose"
import type { ReportContent } from "./model"
import { type NameTraces, noTraces, tracesOf } from "./name-traces"
import { findNewestVersion } from "./newest-version"
import { findReportFacts } from "./state-queries"
import { type Lack, lacksOf, mayMove, type ReportState, stateOf } from "./status"
import { unname } from "./unname"
import { nextLanguage } from "./usual-language"

/** What a co-chair sees before publishing. `preview` is what would be published; null while number or start are missing. */
export type Publishing = {
  meetingId: string
  number: number | null
  revision: number
  /** The language of the preview. */
  language: Locale
  /** Where facts, agenda and attendance stand. */
  beside: string
  state: ReportState
  /** Whether a version may be published in this state. */
  mayPublish: boolean
  lacks: Lack[]
  versions: { version: number; publishedAt: Date }[]
  preview: ReportContent | null
  /** Where the preview may still name somebody who asked not to be named, with the words around it. */
  traces: NameTraces
  /** What is being corrected, beside the newest version. */
  correction: OpenCorrection | null
  newest: ReportContent | null
  /** What the check finds in exactly this revision; every error needs a reason. */
  findings: ShownFinding[]
}

/**
 * What would be published of a meeting now, by its id or number, and what is missing. Only for those who
 * may publish. Sentences for the screen are in its language, the preview is in the one that was `chosen`,
 * or would be that of the next version.
 */
export async function getPublishing(
  actor: Actor,
  slug: string,
  ref: string,
  screen: Locale,
  chosen?: Locale,
): Promise<Publishing> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "report.publish", { groupId: group.id })
  const db = database()
  const { id: meetingId } = (await findDeskMeeting(db, group.id, ref)) ?? {}
  if (!meetingId) throw notFound()
  const [meeting, facts, correction, newest, minutes, versions] = await Promise.all([
    getMeetingForReport(db, meetingId),
    findReportFacts(db, meetingId),
    findOpenCorrection(db, meetingId),
    findNewestVersion(db, meetingId),
    getCurrentText(db, meetingId),
    db
      .select({ version: reports.version, publishedAt: reports.publishedAt })
      .from(reports)
      .where(eq(reports.meetingId, meetingId))
      .orderBy(desc(reports.version)),
  ])
  const text = minutes?.text ?? emptyText([])
  const at = now()
  const lacks = lacksOf(
    {
      number: meeting.number,
      startsAt: meeting.startsAt,
      cancelled: meeting.cancelledAt !== null,
      text,
      agendaIds: agendaIds(meeting.agenda),
    },
    at,
  )
  const state = stateOf(facts)
  const mayPublish = mayMove(state, "publish")
  const found =
    minutes && mayPublish
      ? await findFindings(db, { groupId: group.id, meetingId, text }, meeting)
      : []
  const language = chosen ?? (await nextLanguage(db, group.id, newest?.content ?? null))
  const unnamed = await listUnnamed(db, meetingId, text, language)
  const whole = meeting.number !== null && meeting.startsAt !== null
  const edition = { version: versions.length + 1, publishedAt: at, language }
  const composed = whole ? composeReport(meeting, text, edition) : null
  const preview = composed && unname(composed, unnamed)
  return {
    meetingId,
    number: meeting.number,
    revision: minutes?.revision ?? 0,
    language,
    beside: meeting.beside,
    state,
    mayPublish,
    lacks: mayPublish ? lacks : [],
    correction,
    newest: newest?.content ?? null,
    versions,
    preview,
    traces: composed && preview ? tracesOf(preview, unnamed, composed) : noTraces,
    findings: await shownFindings(db, meetingId, found, screen),
  }
}
