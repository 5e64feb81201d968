import { MANDATES } from "@/lib/check/mandates"
import { longDayText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import type { Locale } from "@/lib/platform/locales"
import { isPlaceholder } from "../link-placeholders"
import type { MinutesFinding, MinutesFix } from "./model"

/**
 * What one press beside the text can do about a finding; nothing when only a person can settle it. Words that
 * it writes are in the `language` of the report.
 */
export function fixesFor(
  { rule, where, said, values, fix = "", replacement }: MinutesFinding,
  language: Locale = "en",
): MinutesFix[] {
  const words = where?.paragraph == null ? "" : where.words
  switch (rule as string) {
    case "decision-unmarked":
      return words ? [{ name: "markDecision" }] : []
    case "action-unmarked":
      if (said) return [{ name: "addAction", words: said, owners: ownersIn(values.owners) }]
      return words ? [{ name: "markAction", owners: ownersIn(values.owners) }] : []
    case "host-not-listed":
    case "speaker-not-listed":
      return fix.includes(" ") ? [{ name: "addToAttendance", person: fix }] : []
    case "name-variant":
      return words && words === values.name ? [{ name: "replace", words: fix }] : []
    case "next-meeting-undated":
      return words && fix
        ? [{ name: "replace", words: withDay(words, new Date(fix), language) }]
        : []
    // `number-duplicate` needs no press: a meeting's number is its own, and only drafts of files share one.
    case "number-mismatch":
      return inPlaceOf(words, Number(fix))
    case "item-not-recorded":
      return where
        ? (["not-reached", "no-update"] as const).map((coverage) => ({
            name: "markItem" as const,
            ...{ itemId: where.section, coverage },
          }))
        : []
    case "citation-ambiguous":
      return words
        ? documentsIn(values.mandates, language).map((document) => ({
            name: "replace" as const,
            words: `${words} (${document})`,
          }))
        : []
    // Who gives up the address keeps the words.
    case "placeholder-link":
      return isPlaceholder(words) ? [{ name: "replace", words: String(values.text).trim() }] : []
    case "spelling":
      return [
        ...(words && replacement ? [{ name: "replace" as const, words: replacement }] : []),
        { name: "addWord", word: String(values.word ?? words) },
      ]
    default:
      return words && replacement !== undefined ? [{ name: "replace", words: replacement }] : []
  }
}

/** The documents that may be meant, by their symbol where they have one, else by their title. */
function documentsIn(ids: string | number | undefined, language: Locale): string[] {
  const t = translatorFor(language)
  const wanted = String(ids ?? "").split(" ")
  return MANDATES.filter(({ id }) => wanted.includes(id)).map(({ id }) => {
    const title = t(`mandates.${id}`)
    return /\((A\/[A-Z\d/]+)\)$/.exec(title)?.[1] ?? title
  })
}

function ownersIn(owners: string | number | undefined): string[] {
  return String(owners ?? "")
    .split(", ")
    .filter(Boolean)
}

/** The day behind the words, in front of the full stop. Its hour is nobody's to say but theirs. */
function withDay(words: string, day: Date, language: Locale): string {
  const [, said = words, stop = ""] = /^(.*?)(\.?)\s*$/s.exec(words) ?? []
  return `${said} (${longDayText(day, language)})${stop}`
}

/** The number in the form in which another is printed: in figures, with or without its ending. */
function inPlaceOf(words: string, number: number): MinutesFix[] {
  if (/^\d+$/.test(words)) return [{ name: "replace", words: String(number) }]
  if (!/^\d+(?:st|nd|rd|th)$/i.test(words)) return []
  const endings = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" }
  const form = new Intl.PluralRules("en", { type: "ordinal" }).select(number)
  return [{ name: "replace", words: `${number}${endings[form]}` }]
}
