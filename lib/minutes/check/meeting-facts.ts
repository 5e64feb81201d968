import { DateTime } from "luxon"
import type { ReportFacts, WrittenStart } from "@/lib/check/model"
import { readNumbers } from "@/lib/imports/read/head/numbers"
import type { FinishedBlock } from "@/lib/imports/read/text/finished"
import type { Locator } from "@/lib/imports/read/text/source"
import { readComing } from "@/lib/imports/read/times/coming"
import { readNextMeeting } from "@/lib/imports/read/times/next-meeting"
import { readTextStart } from "@/lib/imports/read/times/starts"
import type { MeetingForReport } from "@/lib/meetings/for-report"
import { NOWHERE, type Rich, type SourceLine } from "./source"

/**
 * The number of the meeting beside those that its opening prints. What was recorded as printed in an
 * old report is known to differ, and is none of them.
 */
export function numbersOf(
  { number, printedNumbers }: Pick<MeetingForReport, "number" | "printedNumbers">,
  opening: readonly Rich[],
  locate: Locator,
): ReportFacts["numbers"] {
  const known = new Set(printedNumbers)
  const inText = readNumbers(
    opening.map((rich) => ({ rich, where: "text" as const })),
    locate,
  ).filter(({ printed }) => !known.has(printed))
  if (number === null) return { printed: inText, canonical: null }
  const own = { printed: String(number), value: number, where: "title" as const, at: NOWHERE }
  return { printed: [own, ...inText], canonical: { value: number, at: null, how: "read" } }
}

/** When the meeting began, and what its opening says of that, in the zone that the opening names. */
export function startsOf(
  { startsAt, zone }: Pick<MeetingForReport, "startsAt" | "zone">,
  opening: readonly Rich[],
  locate: Locator,
): Pick<ReportFacts, "starts" | "start"> {
  const told = readTextStart(opening, locate)
  if (startsAt === null) return { starts: told ? [told] : [], start: null }
  const own = startIn(startsAt, told?.zone ?? zone)
  // A time without a zone is meant in that of the meeting.
  const text = told?.time && told.zone === null ? inZone(told, zone) : told
  return {
    starts: text ? [own, text] : [own],
    start: { value: own, at: null, how: "read" },
  }
}

function startIn(startsAt: Date, zone: string): WrittenStart {
  const there = DateTime.fromJSDate(startsAt, { zone })
  const at = there.isValid ? there : DateTime.fromJSDate(startsAt, { zone: "UTC" })
  const [date, time] = [at.toFormat("yyyy-MM-dd"), at.toFormat("HH:mm")]
  return {
    where: "title",
    date,
    time,
    zone,
    instant: at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
    weekday: null,
    printed: `${at.setLocale("en").toFormat("d MMMM yyyy")} at ${time} ${zone}`,
    at: NOWHERE,
  }
}

function inZone(told: WrittenStart, zone: string): WrittenStart {
  const at = DateTime.fromISO(`${told.date}T${told.time}:00`, { zone })
  const instant = at.isValid ? at.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'") : null
  return { ...told, zone, instant }
}

/** What is said of the next meeting: in the field for it, else in the text. */
export function nextMeetingOf(
  { nextMeetingText }: Pick<MeetingForReport, "nextMeetingText">,
  lines: readonly SourceLine[],
  blocks: readonly FinishedBlock[],
  start: WrittenStart | null,
  locate: Locator,
): ReportFacts["nextMeeting"] {
  const field = lines.findLast(({ part }) => part === "next")
  if (!field) return readNextMeeting(blocks, start, locate)
  const coming = readComing(nextMeetingText, start)
  const startsAt = coming?.instant ?? coming?.date ?? null
  return { startsAt, text: nextMeetingText, suggestion: null, at: locate.span(field.rich) }
}
