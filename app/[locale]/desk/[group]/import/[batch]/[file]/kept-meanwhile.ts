import type { FileForDesk } from "@/lib/imports/queries"
import type { Locale } from "@/lib/platform/locales"
import { type Entered, itemsSent } from "./entered-items"
import { formOf } from "./form-of"

/**
 * A field in which something else was kept while a form was open, with what stands there now. Of an item of
 * the agenda the name has its id: `agenda.ID.title`, `sections.ID`, and `removed.ID` of one that is gone.
 */
export type Theirs = { name: string; value: string }

/** Where a file stands after a form was refused as out of date, and what in it differs from what was typed. */
export type Meanwhile = { revision: number; theirs: Theirs[] }

const facts = [
  "number",
  "title",
  "day",
  "time",
  "zone",
  "hosts",
  "moderators",
  "list",
  "present",
  "regrets",
  "nextMeeting",
] as const

/** What was kept in a file while a form was open, where it differs from what the form sent. */
export function keptMeanwhile(file: FileForDesk, entered: Entered, locale: Locale): Meanwhile {
  const { draft, reading, revision } = file
  if (!draft || !reading) return { revision, theirs: [] }
  const { values, opening, items, closing } = formOf(file, draft, reading, locale)
  const sent = itemsSent(entered)
  const typed = (name: string) => entered[name]?.replaceAll("\r\n", "\n").trim()
  const isOther = (name: string, value: string) =>
    typed(name) !== undefined && typed(name) !== value.trim()
  // A number that nobody touched follows the one that was settled.
  const isUntouched = (name: string) => name === "number" && isNumberUntouched(entered)
  const ofFacts = facts.flatMap((name) =>
    isOther(name, values[name]) && !isUntouched(name) ? [{ name, value: values[name] }] : [],
  )
  const ofItems = items.flatMap(({ id, title, coverage, depth }) => {
    const at = sent.find((item) => item.id === id)?.at
    return Object.entries({ title, coverage, depth: String(depth) }).flatMap(([part, value]) =>
      isOther(`agenda.${at}.${part}`, value) ? [{ name: `agenda.${id}.${part}`, value }] : [],
    )
  })
  const ofText = [opening, ...items, closing].flatMap(({ id, text }) =>
    isOther(`sections.${id}`, text) ? [{ name: `sections.${id}`, value: text }] : [],
  )
  const removed = sent.flatMap(({ id, hasText, isRemoved }) =>
    hasText && !isRemoved && !items.some((item) => item.id === id)
      ? [{ name: `removed.${id}`, value: "" }]
      : [],
  )
  return { revision, theirs: [...ofFacts, ...ofItems, ...ofText, ...removed] }
}

/**
 * What the refusal of a form that is out of date brings: what differs, and what was typed. A number that was
 * only shown gives way to the one that stands there now, so that it is looked at before anything is pressed.
 */
export function meanwhileOf(
  file: FileForDesk,
  entered: Entered,
  locale: Locale,
): { data: Meanwhile; entered: Record<string, string> } {
  const number = String(file.draft?.number ?? "")
  const follows: Record<string, string> =
    file.draft && isNumberUntouched(entered) ? { number, numberShown: number } : {}
  return { data: keptMeanwhile(file, entered, locale), entered: { ...entered, ...follows } }
}

const isNumberUntouched = ({ number, numberShown }: Entered) =>
  number !== undefined && number.trim() === numberShown?.trim()
