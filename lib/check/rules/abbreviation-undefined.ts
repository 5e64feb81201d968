import { isKnownAbbreviation } from "../abbreviations"
import {
  type CheckContext,
  type Finding,
  type ParagraphFact,
  quoteAt,
  type ReportFacts,
} from "../model"
import { plainCase } from "../words"

/** Two to six capitals, an "s" behind them at most; no part of a code, an address or a name with hyphens. */
const ABBREVIATION =
  /(?<![\p{L}\p{M}\p{N}/.@#_&+'’-])\p{Lu}[\p{Lu}\d]{1,5}s?(?![\p{L}\p{M}\p{N}/@_+]|-\p{Lu}|\.\p{L}|['’]\p{Lu})/gu
/** A word in small letters, as which a word that is only shouted stands too. */
const SMALL = /(?<![\p{L}\p{M}])\p{Ll}{2,6}(?![\p{L}\p{M}])/gu
const ROMAN = /^[IVXLC]+$/
const PARTS = new Set(["opening", "agenda", "discussion", "next", "closing"])
/** No more than this many are named in one report. */
const MOST = 40
/** What is looked at of a paragraph. */
const LONGEST = 20_000

/**
 * An abbreviation is used and nowhere spelled out. Left alone are those of the field, of the group's own
 * words, in names of people, in lines all in capitals, and those whose words stand somewhere in the text.
 */
export function abbreviationUndefined(
  report: Pick<ReportFacts, "paragraphs" | "participants" | "mentions" | "hosts" | "moderators">,
  { words, people }: Pick<CheckContext, "words" | "people">,
): Finding[] {
  const first = new Map<string, { paragraph: ParagraphFact; from: number; to: number }>()
  for (const paragraph of report.paragraphs) {
    if (!PARTS.has(paragraph.part)) continue
    const text = paragraph.text.slice(0, LONGEST)
    const found = [...text.matchAll(ABBREVIATION)]
    if (found.length === 0 || isCapitals(text)) continue
    for (const { 0: printed, index: from } of found) {
      const letters = printed.replace(/s$/, "")
      if (isLabel(text, from, from + printed.length) || isShouted(text, from, printed)) continue
      if (first.has(letters) || isKnownAbbreviation(printed.toUpperCase())) continue
      if (isKnownAbbreviation(letters) || ROMAN.test(letters) || !/\p{Lu}.*\p{Lu}/u.test(letters))
        continue
      first.set(letters, { paragraph, from, to: from + printed.length })
    }
  }
  if (first.size === 0) return []
  const left = new Set(
    [...words, ...namesIn(report), ...people.flatMap(({ name }) => name)].flatMap(capitalised),
  )
  const open = [...first].filter(([letters]) => !left.has(plainCase(letters)))
  if (open.length === 0) return []
  const spelled = initialsOf(report)
  const small = new Set(report.paragraphs.flatMap(({ text }) => text.match(SMALL) ?? []))
  return open
    .filter(([letters]) => !spelled(letters) && !small.has(letters.toLowerCase()))
    .slice(0, MOST)
    .map(([letters, { paragraph, from, to }]) => ({
      rule: "abbreviation-undefined",
      severity: "note",
      ...quoteAt(paragraph, from, to),
      values: { text: letters },
    }))
}

/** "ACTION:", "AP 3 –", ">> PIM:" in front of what it marks. */
function isLabel(text: string, from: number, to: number): boolean {
  const before = text.slice(0, from)
  return (
    from < 5 &&
    !/\p{L}/u.test(before) &&
    /^>?\s?(?:#?\d{1,3})?\s?[:–—]/.test(text.slice(to, to + 8))
  )
}

/** "NEXT MEETING" is said loudly: a longer word beside it is in capitals too. */
function isShouted(text: string, from: number, printed: string): boolean {
  const behind = text.slice(from + printed.length, from + printed.length + 40)
  const before = text.slice(Math.max(0, from - 40), from)
  return /^\s\p{Lu}{5,}(?!\p{L})/u.test(behind) || /(?<!\p{L})\p{Lu}{5,}\s$/u.test(before)
}

function namesIn({
  participants,
  mentions,
  hosts,
  moderators,
}: Pick<ReportFacts, "participants" | "mentions" | "hosts" | "moderators">): string[] {
  return [
    ...participants.map(({ name }) => name),
    ...mentions.map(({ name }) => name),
    ...[...hosts, ...moderators].map(({ value }) => value),
  ]
}

const capitalised = (name: string) => plainCase(name).split(/[^\p{L}\p{N}]+/u)

/** A heading in capitals, or a line that shouts. */
function isCapitals(text: string): boolean {
  const letters = text.slice(0, 400).replace(/[^\p{L}]/gu, "")
  return letters.replace(/[^\p{Lu}]/gu, "").length > letters.length * 0.6
}

/**
 * Tells whether letters stand for words of the text: "(ABC)" behind a word, "ABC (its long name)", or a
 * run of words with these initials. Two letters need words in capitals; small words may be skipped.
 */
function initialsOf({ paragraphs }: Pick<ReportFacts, "paragraphs">) {
  const runs = { capital: "", all: "" }
  let bracketed = ""
  for (const { text } of paragraphs) {
    for (const { 0: word } of text.slice(0, LONGEST).matchAll(/[\p{L}\p{M}]+/gu)) {
      const isSmall = /^(?:of|the|and|for|on|in|to|an|a)$/.test(word)
      const isShort = word.length > 1 && word === word.toUpperCase()
      if (!isSmall && !isShort) runs.all += word.charAt(0).toUpperCase()
      if (/^\p{Lu}/u.test(word) && !isShort) runs.capital += word.charAt(0)
      else if (!isSmall) runs.capital += " "
    }
    runs.all += " "
    runs.capital += " "
    for (const match of text.slice(0, LONGEST).matchAll(BRACKETED))
      bracketed += `${match[1] ?? match[2]} `
  }
  const defined = new Set(bracketed.replace(/["“”'’]/g, "").split(" "))
  return (letters: string) => {
    const plain = letters.replace(/\d/g, "")
    if (defined.has(letters) || defined.has(`${letters}s`)) return true
    return plain.length > 3 ? runs.all.includes(plain) : runs.capital.includes(plain)
  }
}

/** "Long Name (ABC)", "ABC (long name)". */
const BRACKETED =
  /\p{L}['"’”]?\s\(["“]?(\p{Lu}[\p{Lu}\d]{1,5}s?)["”]?\)|(?<!\p{L})(\p{Lu}[\p{Lu}\d]{1,5}s?)\s\(\p{L}+[\s-]\p{L}/gu
