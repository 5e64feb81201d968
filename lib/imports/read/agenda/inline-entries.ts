import type { Marker } from "../text/shape"
import { markerValue } from "./agenda-lines"
import { COUNTED_TO_TWELVE, numberIn } from "./counted-heads"

/** Where an entry of an agenda on one line begins, and the label in front of it, `length` characters long. */
export type EntryStart = { from: number; marker: Marker | null; length: number }

const LABEL = "([[(]?)(\\d{1,2}|[a-z]|[A-Z]|[ivx]{2,4}|[IVX]{2,5})"
const TITLE = "\\s{1,3}(?=[\"“„«'’+]{0,2}\\s?[\\p{L}\\d])"
/** "1. ", "(1) ", "[1] ", "a) ", "II. ", "A – ": a label in front of a title. */
const BARE = new RegExp(`(?<=^|[\\s,;.])()${LABEL}([\\])]{1,2}[.:]?|[.:]|\\s[–—-])${TITLE}`, "gu")
/** "Item 1, ", "TOP 1 ", "#1 ": with what it is called in front, always the same. */
const CALLED = new RegExp(
  `(?<=^|[\\s,;.])(\\p{L}{3,12}\\.?\\s{1,2}(?:no\\.?\\s)?|[#§]\\s?)${LABEL}([\\])]{1,2}[.:]?|[.,:]|\\s[–—-]|)${TITLE}`,
  "gu",
)
/** "FIRST, roof. SECOND, fees", "1st: roof. 2nd: fees", "① roof ② fees". */
const ORDINAL = new RegExp(
  `(?<=^|[\\s,;.])(${COUNTED_TO_TWELVE.replaceAll(" ", "|")}|\\d{1,2}(?:st|nd|rd|th)|[①-⑳])(?:ly)?(?:[.,:]|\\s[–—-]|(?<=[①-⑳]))${TITLE.replace("{1,3}", "{0,3}")}`,
  "giu",
)
/** "1 Welcome; 2 Sensors": between semicolons a number needs no sign behind it. */
const COUNTED = /^\s{0,3}(\d{1,2})\s{1,3}(?=\p{L})/u
const LEAST = 2
const LONGEST_ENTRY = 110
/** A comma may stand within a title, so that more of them have to show a list. */
const LEAST_COMMAS = 4

/** Where the entries begin behind the first `lead` characters: at labels that count from the first, else behind semicolons. */
export function entryStarts(text: string, lead: number): EntryStart[] {
  const counted = countedStarts(text, lead)
  return counted.length >= LEAST ? counted : dividedStarts(text, lead)
}

/** At labels of one form that count from the first. */
export function countedStarts(text: string, lead: number): EntryStart[] {
  const [bare, called] = [startsAt(BARE, text, lead), startsAt(CALLED, text, lead)]
  const ordinal = ordinalStarts(text, lead)
  const best = called.length > bare.length ? called : bare
  return ordinal.length > best.length ? ordinal : best
}

/** No label is longer. Most texts do not begin with one, and need not be searched any farther. */
const LONGEST_LABEL = 60
const beginsWith = (form: RegExp, text: string, lead: number) =>
  text.slice(lead, lead + LONGEST_LABEL).search(form) === 0

function ordinalStarts(text: string, lead: number): EntryStart[] {
  if (!beginsWith(ORDINAL, text, lead)) return []
  const starts: EntryStart[] = []
  for (const { 0: all, 1: said = "", index } of text.slice(lead).matchAll(ORDINAL)) {
    if (starts.length === 0 && index > 0) return []
    const count = starts.length + 1
    const value = Math.max(
      COUNTED_TO_TWELVE.split(" ").indexOf(said.toLowerCase()) + 1,
      numberIn(said) || 0,
    )
    if (value !== count) continue
    const marker = { text: String(count), form: "number" } as const
    starts.push({ from: lead + index, marker, length: all.length })
  }
  return starts
}

function startsAt(form: RegExp, text: string, lead: number): EntryStart[] {
  if (!beginsWith(form, text, lead)) return []
  const starts: EntryStart[] = []
  let look = ""
  for (const match of text.slice(lead).matchAll(form)) {
    const [all, word = "", open = "", label = "", close = ""] = match
    const kind = /\d/.test(label) ? "number" : label === label.toUpperCase() ? "upper" : "lower"
    const own = `${word.trim().toLowerCase()} ${open} ${kind} ${close.trim().slice(0, 1)}`
    if (starts.length === 0 && match.index > 0) return []
    if (starts.length > 0 && own !== look) continue
    const marker = { text: label, form: kind === "number" ? "number" : "letter" } as const
    if (markerValue(marker, starts.length) !== starts.length + 1) continue
    look = own
    starts.push({ from: lead + match.index, marker, length: all.length })
  }
  return starts
}

function dividedStarts(text: string, lead: number): EntryStart[] {
  const mark = [";", " · ", " • ", " | "].find((each) => text.includes(each)) ?? ","
  const parts = text.slice(lead).split(mark)
  const few = mark === "," ? LEAST_COMMAS : LEAST
  if (
    parts.length < few ||
    (mark === "," && /[.:!?]\s/.test(text.slice(lead))) ||
    parts.some((part) => part.trim().length > LONGEST_ENTRY)
  )
    return []
  let at = lead
  return parts.map((part, index) => {
    const from = at
    at += part.length + mark.length
    const [all = "", count = ""] = COUNTED.exec(part) ?? []
    return Number(count) === index + 1
      ? { from, marker: { text: count, form: "number" }, length: all.length }
      : { from, marker: null, length: 0 }
  })
}
