import { checkReport } from "@/lib/check/check"
import type { CheckContext, Finding } from "@/lib/check/model"
import type { MeetingForReport } from "@/lib/meetings/for-report"
import { isPlaceholder } from "../link-placeholders"
import type { MinutesText } from "../model"
import { minutesFacts } from "./facts"
import { keyOf } from "./key"
import type { MinutesFact, MinutesFinding, MinutesPlace } from "./model"
import { labelsOf, type SourceLine, sourceOf } from "./source"

/**
 * What the rules find in the minutes of a meeting, the gravest first. Every finding that stands in the
 * text says in which section, in which paragraph and at which words. Pure: the same meeting, text and
 * context give the same findings.
 */
export function checkMinutes(
  meeting: MeetingForReport,
  text: MinutesText,
  context: CheckContext,
): MinutesFinding[] {
  const lines = sourceOf(meeting, text)
  const facts = minutesFacts(meeting, text, lines, context.people)
  const labels = labelsOf(meeting.agenda)
  const sections = new Map([...labels].map(([id, label]) => [label, id]))
  const titles = new Map(
    lines.flatMap(({ section, heading, item, rich }) =>
      section && heading ? [[section, `${item} ${rich.text}`] as const] : [],
    ),
  )
  return checkReport(facts, context).map((found) => {
    const finding = ofMinutes(found)
    const where = placeOf(finding, lines, { sections, titles })
    const said = saidIn(finding, lines)
    const fact = factOf(finding, where, lines)
    return { ...finding, key: keyOf(finding), where, fact, ...(said && { said }) }
  })
}

/** Where the meeting itself stands against the text, and no title does. */
const OF_MEETING: ReadonlySet<string> = new Set([
  "number-mismatch",
  "date-mismatch",
  "time-mismatch",
])

/** A finding as minutes tell it: they have no title, and no lines that anybody could count. */
function ofMinutes(finding: Finding): Finding {
  const { rule, values } = finding
  if (OF_MEETING.has(rule)) return { ...finding, values: { ...values, told: "meeting" } }
  // Another line above would move it, and with it what somebody has left.
  return rule === "repeated-paragraph" ? { ...finding, values: { ...values, line: 0 } } : finding
}

/** The words of a finding in what is said of the next meeting; empty elsewhere. */
function saidIn({ place }: Finding, lines: readonly SourceLine[]): string {
  const line = lines[(place.line ?? 0) - 1]
  if (line?.part !== "next" || place.from === null || place.to === null) return ""
  return line.rich.text.slice(place.from - line.from, place.to - line.from)
}

/** What the list of people itself is asked about. */
const OF_ATTENDANCE: ReadonlySet<string> = new Set([
  "host-not-listed",
  "list-truncated",
  "duplicate-participant",
])

function factOf(
  { rule, place }: Finding,
  where: MinutesPlace | null,
  lines: readonly SourceLine[],
): MinutesFact | null {
  // The address of a link that leads nowhere is put in on the list of what is missing, for all its places.
  if (where) return rule === "placeholder-link" && isPlaceholder(where.words) ? "document" : null
  if (lines[(place.line ?? 0) - 1]?.part === "next") return "nextMeeting"
  return OF_ATTENDANCE.has(rule) ? "attendance" : null
}

function placeOf(
  { place }: Finding,
  lines: readonly SourceLine[],
  known: { sections: ReadonlyMap<string, string>; titles: ReadonlyMap<string, string> },
): MinutesPlace | null {
  const line = lines[(place.line ?? 0) - 1]
  if (line?.section && place.from !== null && place.to !== null) {
    const { section, paragraph, rich } = line
    const from = place.from - line.from
    const to = Math.min(place.to - line.from, rich.text.length)
    const title = known.titles.get(section) ?? ""
    return { section, title, paragraph, from, to, words: rich.text.slice(from, to) }
  }
  const section = place.item === null ? undefined : known.sections.get(place.item)
  const title = known.titles.get(section ?? "") ?? ""
  return section ? { section, title, paragraph: null, from: 0, to: 0, words: "" } : null
}
