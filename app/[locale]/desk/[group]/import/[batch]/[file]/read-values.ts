import type { Span } from "@/lib/check/model"
import { reasonOf } from "@/lib/imports/describe-number"
import type { ImportDraft } from "@/lib/imports/draft"
import { type ValueField, valueFields } from "@/lib/imports/provenance"
import type { StoredReading } from "@/lib/imports/stored"

/** A value as the page lists it. `place` is its place among the values of the reading. */
export type ShownValue = { place: number; text: string; how: "read" | "inferred"; at: Span[] }

export type ShownField = {
  field: ValueField
  /** The id of the form's field in which it is changed. */
  target: string
  how: "read" | "inferred" | "corrected" | "missing"
  /** The one value as it stands in the draft; null where `values` are counted. */
  text: string | null
  values: ShownValue[]
}

const single = new Set<ValueField>(["number", "start", "title", "nextMeeting"])
/** Fields that a report may well lack. */
const mayLack = new Set<ValueField>([
  "title",
  "hosts",
  "moderators",
  "decisions",
  "actions",
  "regrets",
])

/** What was read, field by field, as far as the report has it. */
export function shownFields(draft: ImportDraft, reading: StoredReading): ShownField[] {
  return valueFields.flatMap((field): ShownField[] => {
    const values = reading.values.flatMap((value, place) =>
      value.field === field ? [{ ...value, place }] : [],
    )
    const text = single.has(field) ? standing(draft, field) || (values[0]?.text ?? "") : null
    const isMissing = values.length === 0 && !text
    if (isMissing && mayLack.has(field)) return []
    const isInferred =
      values.some(({ how }) => how === "inferred") || isSettled(draft, reading, field)
    const isChanged = single.has(field) && isCorrected(draft, reading, field)
    const how = isChanged ? "corrected" : isMissing ? "missing" : isInferred ? "inferred" : "read"
    return [{ field, target: targetOf(field), how, text, values }]
  })
}

/** The id of the form's field for a value of the source. */
function targetOf(field: ValueField): string {
  if (field === "start") return "day"
  return field === "agenda" || field === "decisions" || field === "actions" ? "text" : field
}

function standing(draft: ImportDraft, field: ValueField): string {
  if (field === "number") return draft.number === null ? "" : String(draft.number)
  if (field === "start") return draft.startsAt ?? draft.day ?? ""
  return field === "title" ? draft.title : draft.nextMeeting
}

const isSettled = ({ number }: ImportDraft, { settled }: StoredReading, field: ValueField) =>
  field === "number" && number !== null && reasonOf(settled, number) !== null

function isCorrected(draft: ImportDraft, reading: StoredReading, field: ValueField): boolean {
  if (field === "number")
    return (
      draft.number !== (reading.settled?.number ?? null) &&
      reasonOf(reading.settled, draft.number) === null
    )
  const read = reading.values.find((value) => value.field === field)
  return field === "nextMeeting" && read !== undefined && !draft.nextMeeting.startsWith(read.text)
}

/** The values of a reading, each with the form's field in which it is changed. */
export function withTargets(
  draft: ImportDraft,
  values: StoredReading["values"],
): (StoredReading["values"][number] & { target: string })[] {
  const items = new Map(draft.agenda.map(({ printed }, at) => [printed, `agenda.${at}.title`]))
  return values.map((value) => {
    const label = value.field === "agenda" ? value.text.slice(0, value.text.indexOf(". ")) : ""
    return { ...value, target: items.get(label) ?? targetOf(value.field) }
  })
}
