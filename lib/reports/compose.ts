import type { AgendaNode, MeetingForReport } from "@/lib/meetings/for-report"
import { CLOSING, isEmptyDoc, type MinutesText, OPENING, sectionOf } from "@/lib/minutes/model"
import { publishedBlocks } from "./clean"
import {
  REPORT_SCHEMA,
  type ReportAgendaItem,
  type ReportContent,
  type ReportCorrection,
  reportContent,
} from "./model"

/** What a version adds to the meeting and its minutes. */
export type Edition = {
  version: number
  publishedAt: Date
  language: string
  correction?: ReportCorrection
}

/** ISO 8601 in UTC, to the second: the form in which instants stand in a record. */
export const instantText = (at: Date) => at.toISOString().replace(/\.\d{3}Z$/, "Z")

/**
 * The content of a published version, made from a meeting and the text of its minutes: names and
 * capacities of the day, no ids of people, no join link. Throws when number or start are missing;
 * ask `lacksOf` before.
 */
export function composeReport(
  meeting: MeetingForReport,
  text: MinutesText,
  edition: Edition,
): ReportContent {
  if (meeting.number === null || meeting.startsAt === null)
    throw new Error("A report needs its number and start")
  const officers = (kind: "chair" | "host" | "moderator") =>
    meeting.offices
      .filter((office) => office.kind === kind)
      .map(({ name, capacity }) => ({ name, capacity }))
  const agenda = meeting.agenda.map((node) => agendaItem(node, text))
  return reportContent.parse({
    schema: REPORT_SCHEMA,
    language: edition.language,
    provenance: meeting.fromArchive ? "archive" : "written",
    version: edition.version,
    publishedAt: instantText(edition.publishedAt),
    group: meeting.group,
    meeting: {
      number: meeting.number,
      printed: meeting.printedNumbers,
      title: meeting.title,
      startsAt: instantText(meeting.startsAt),
      zone: meeting.zone,
      minutes: meeting.minutes,
      place: meeting.place,
    },
    chairs: officers("chair"),
    hosts: officers("host"),
    moderators: officers("moderator"),
    noteTaker: meeting.noteTaker,
    agenda,
    sections: [OPENING, ...idsOf(agenda), CLOSING]
      .map((id) => ({ id, content: publishedBlocks(sectionOf(text, id).content) }))
      .filter(({ content }) => content.length > 0),
    attendance: attendanceOf(meeting),
    nextMeeting: meeting.nextMeetingText,
    correction: edition.correction ?? null,
    withdrawal: null,
  })
}

function agendaItem(node: AgendaNode, text: MinutesText): ReportAgendaItem {
  const children = node.children.map((child) => agendaItem(child, text))
  const written =
    !isEmptyDoc(sectionOf(text, node.id)) ||
    children.some((child) => child.coverage === "discussed")
  return {
    id: node.id,
    label: node.label,
    title: node.title,
    // What nobody marked is read off the text: words mean that it was discussed.
    coverage: node.coverage ?? (written ? "discussed" : "not-recorded"),
    children,
  }
}

function attendanceOf({ attendance, participantList }: MeetingForReport) {
  const of = (kind: "present" | "regrets" | "written") =>
    attendance.filter((one) => one.kind === kind).map(({ name, capacity }) => ({ name, capacity }))
  const lists = { present: of("present"), regrets: of("regrets"), written: of("written") }
  if (participantList === "annexed") return { list: "annexed" as const, ...lists }
  const { present, regrets, written } = lists
  return {
    list: "on-request" as const,
    counts: { present: present.length, regrets: regrets.length, written: written.length },
  }
}

function idsOf(items: readonly ReportAgendaItem[]): string[] {
  return items.flatMap((item) => [item.id, ...idsOf(item.children)])
}
