import { describeFinding } from "@/lib/check/describe"
import type { Finding } from "@/lib/check/model"
import { nameIn, namesMissing } from "@/lib/imports/answer-finding"
import { peopleText } from "@/lib/imports/corrected"
import { describeNumber, reasonOf } from "@/lib/imports/describe-number"
import type { ImportDraft } from "@/lib/imports/draft"
import { type Fix, fixFor, proposedNumber } from "@/lib/imports/fixes"
import type { FileForDesk } from "@/lib/imports/queries"
import type { StoredReading } from "@/lib/imports/stored"
import { labelAgenda } from "@/lib/meetings/labels"
import { localFields, zoneNames } from "@/lib/meetings/zones"
import { CLOSING, OPENING, sectionOf } from "@/lib/minutes/model"
import { plainDoc } from "@/lib/minutes/plain"
import { plainWords } from "@/lib/minutes/plain-words"
import { dayInstant, longDayText, momentText } from "@/lib/platform/dates"
import type { Locale } from "@/lib/platform/locales"
import { shownFields } from "./read-values"

export type OpenFinding = {
  key: string
  /** Among the findings of the file; null for one that is found with the whole group in view. */
  place: number | null
  severity: Finding["severity"]
  sentence: string
  /** Why the number was taken. */
  evidence: string | null
  line: number | null
  fix: Fix
  /** The number that one press agrees to; null as well where another meeting has it. */
  number: number | null
  /** What has the number already that it speaks of. */
  holder: FileForDesk["holder"]
  /** Whether it is counted: a gap in the numbers is only said, as other reports close it, and no press does. */
  counts: boolean
  /** Whether it is settled by giving a number. */
  isNumber: boolean
  /** Shown folded when there are several: who is missing from the list, empty links, notes that can wait. */
  folded: "missing" | "link" | "note" | null
  /** What can be typed beside it, and what stands there at first. */
  typed: { what: "name" | "day" | "time"; value: string } | null
}

/** The answer with its value as it is read: a day in the reader's language. */
function shownFix(fix: Fix, locale: Locale): Fix {
  if (fix?.name !== "useDay") return fix
  return { ...fix, value: longDayText(new Date(fix.value), locale) }
}

/** What one press does: what can be done about the finding alone, or what the whole batch proposes. */
function fixOf(finding: Finding, draft: ImportDraft, reading: StoredReading): Fix {
  const proposed = draft.number === null ? proposedNumber(finding, reading) : null
  if (proposed === null) return fixFor(finding, draft)
  return { name: "useNumber", value: String(proposed) }
}

/** An hour in UTC as the clocks of a zone show it on a day. */
function inZone(usualTime: string | null, day: string, zone: string): string {
  return usualTime ? localFields(new Date(`${day}T${usualTime}:00Z`), zone).time : ""
}

/** Rules whose finding only somebody who was there can settle, with what they would type. */
function typedFor(
  { rule, values, fix }: Finding,
  { day, zone }: ImportDraft,
  usualTime: string | null,
): OpenFinding["typed"] {
  // Compared as text: a rule may come and go without the form.
  const name: string = rule
  if (name === "list-truncated" && values.how !== "end")
    return { what: "name", value: fix ?? nameIn(values) }
  // Of a start the hour alone is asked, where the day is known.
  if (name === "start-missing" && day) return { what: "time", value: inZone(usualTime, day, zone) }
  return name === "next-meeting-undated" ? { what: "day", value: "" } : null
}

/** Notes that make a record of the text, or lose somebody unanswered: they are never folded away. */
const MARKS: ReadonlySet<string> = new Set([
  "decision-unmarked",
  "action-unmarked",
  "duplicate-participant",
])

function foldedIn({ rule, severity }: Finding): OpenFinding["folded"] {
  if (rule === "host-not-listed" || rule === "speaker-not-listed") return "missing"
  if (rule === "placeholder-link") return "link"
  return severity === "note" && !MARKS.has(rule) ? "note" : null
}

const gravity: readonly Finding["severity"][] = ["error", "warning", "note"]

/** The gravest first, each kind in the order of the text. */
function openFindings(
  draft: ImportDraft,
  reading: StoredReading,
  { group, holder, usualTime }: Pick<FileForDesk, "group" | "holder" | "usualTime">,
  locale: Locale,
): OpenFinding[] {
  const reason = reasonOf(reading.settled, draft.number)
  const evidence = reason ? describeNumber({ number: draft.number, reason }, locale) : null
  const isTaken = group.some(({ rule }) => rule === "number-duplicate")
  const shown = (finding: Finding, place: number | null): OpenFinding => ({
    key: place === null ? finding.rule : String(place),
    place,
    severity: finding.severity,
    sentence: describeFinding(finding, locale),
    evidence: /^number-(?:mismatch|missing)$/.test(finding.rule) ? evidence : null,
    line: finding.place.line,
    fix: shownFix(place === null ? fixFor(finding, draft) : fixOf(finding, draft, reading), locale),
    number: finding.rule === "number-mismatch" && !isTaken ? draft.number : null,
    holder: finding.rule === "number-duplicate" ? holder : null,
    counts: place !== null || finding.severity !== "note",
    isNumber: place === null || finding.rule === "number-mismatch",
    typed: typedFor(finding, draft, usualTime),
    folded: foldedIn(finding),
  })
  return [
    ...group.map((finding) => shown(finding, null)),
    ...reading.findings.flatMap((finding, place) =>
      draft.settled.includes(place) ? [] : [shown(finding, place)],
    ),
  ].sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity))
}

/** The start as it is read: the day alone, where the hour is not known. */
function shownStart({ startsAt, day }: ImportDraft, locale: Locale): string {
  if (startsAt) return momentText(new Date(startsAt), locale)
  return day ? longDayText(dayInstant(day), locale) : ""
}

/** Everything that the form beside the source shows, as plain data for the browser. */
export type CorrectFormData = ReturnType<typeof formOf>

export function formOf(
  file: Pick<FileForDesk, "id" | "revision" | "group" | "holder" | "usualTime">,
  draft: ImportDraft,
  reading: StoredReading,
  locale: Locale,
) {
  const words = plainWords(locale)
  const start = draft.startsAt
    ? localFields(new Date(draft.startsAt), draft.zone)
    : { day: draft.day ?? "", time: "" }
  const textOf = (id: string) => plainDoc(sectionOf(draft.text, id), words)
  const findings = openFindings(draft, reading, file, locale)
  return {
    fileId: file.id,
    revision: file.revision,
    findings,
    toSettle: findings.filter(({ counts }) => counts).length,
    missing: namesMissing(draft, reading),
    fields: shownFields(draft, reading),
    unplaced: reading.unplaced,
    shownStart: shownStart(draft, locale),
    words,
    zones: zoneNames(draft.zone),
    values: {
      number: draft.number === null ? "" : String(draft.number),
      printed: draft.printed.join(", "),
      title: draft.title,
      ...start,
      zone: draft.zone,
      hosts: draft.hosts.join("\n"),
      moderators: draft.moderators.join("\n"),
      list: draft.list,
      present: peopleText(draft.present),
      presentCount: draft.present.length,
      regrets: peopleText(draft.regrets),
      nextMeeting: draft.nextMeeting,
    },
    newItem: crypto.randomUUID(),
    opening: { id: OPENING, text: textOf(OPENING) },
    items: labelAgenda(draft.agenda).map(({ id, label, title, coverage, depth }) => ({
      id,
      label,
      title,
      coverage,
      depth,
      text: textOf(id),
    })),
    closing: { id: CLOSING, text: textOf(CLOSING) },
  }
}
