import type { FileForDesk } from "@/lib/imports/queries"
import type { Locale } from "@/lib/platform/locales"
import { formOf } from "./form-of"

/** A field in which something else was kept while a form was open, by its name, with what stands there now. */
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
  "present",
  "regrets",
  "nextMeeting",
] as const

/** What was kept in a file while a form was open, where it differs from what the form sent. */
export function keptMeanwhile(
  file: FileForDesk,
  entered: Readonly<Record<string, string>>,
  locale: Locale,
): Meanwhile {
  const { draft, reading, revision } = file
  if (!draft || !reading) return { revision, theirs: [] }
  const { values, opening, items, closing } = formOf(file, draft, reading, locale)
  const now: Theirs[] = [
    ...facts.map((name) => ({ name, value: values[name] })),
    ...[opening, ...items, closing].map(({ id, text }) => ({
      name: `sections.${id}`,
      value: text,
    })),
  ]
  const typed = (name: string) => entered[name]?.replaceAll("\r\n", "\n").trim()
  const isOther = ({ name, value }: Theirs) =>
    typed(name) !== undefined && typed(name) !== value.trim()
  // A number that nobody touched follows the one that was settled.
  const isUntouched = ({ name }: Theirs) =>
    name === "number" && typed("number") === typed("numberShown")
  return { revision, theirs: now.filter((field) => isOther(field) && !isUntouched(field)) }
}
