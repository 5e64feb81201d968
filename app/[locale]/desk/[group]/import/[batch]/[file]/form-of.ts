import { describeFinding } from "@/lib/check/describe"
import type { Finding } from "@/lib/check/model"
import { peopleText } from "@/lib/imports/corrected"
import type { ImportDraft } from "@/lib/imports/draft"
import { type Fix, fixFor } from "@/lib/imports/fixes"
import type { StoredReading } from "@/lib/imports/stored"
import { labelAgenda } from "@/lib/meetings/labels"
import { localFields, zoneNames } from "@/lib/meetings/zones"
import { CLOSING, OPENING, sectionOf } from "@/lib/minutes/model"
import { plainDoc } from "@/lib/minutes/plain"
import { plainWords } from "@/lib/minutes/plain-words"
import { longDayText } from "@/lib/platform/dates"
import type { Locale } from "@/lib/platform/locales"

export type OpenFinding = {
  place: number
  severity: Finding["severity"]
  sentence: string
  line: number | null
  fix: Fix
}

/** The answer with its value as it is read: a day in the reader's language. */
function shownFix(fix: Fix, locale: Locale): Fix {
  if (fix?.name !== "useDay") return fix
  return { ...fix, value: longDayText(new Date(fix.value), locale) }
}

/** Everything that the form beside the source shows, as plain data for the browser. */
export type CorrectFormData = ReturnType<typeof formOf>

export function formOf(
  fileId: string,
  revision: number,
  draft: ImportDraft,
  reading: StoredReading,
  locale: Locale,
) {
  const words = plainWords(locale)
  const start = draft.startsAt
    ? localFields(new Date(draft.startsAt), draft.zone)
    : { day: "", time: "" }
  const textOf = (id: string) => plainDoc(sectionOf(draft.text, id), words)
  const findings = reading.findings.flatMap((finding, place): OpenFinding[] =>
    draft.settled.includes(place)
      ? []
      : [
          {
            place,
            severity: finding.severity,
            sentence: describeFinding(finding, locale),
            line: finding.place.line,
            fix: shownFix(fixFor(finding, draft), locale),
          },
        ],
  )
  return {
    fileId,
    revision,
    findings,
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
