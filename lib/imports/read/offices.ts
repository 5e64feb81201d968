import type { Found } from "@/lib/check/model"
import { squeezed } from "@/lib/check/words"
import { findNames } from "./names"
import type { Rich } from "./rich"
import { findSentences } from "./sentences"
import type { Locator } from "./source"

export type Offices = {
  hosts: Found<string>[]
  moderators: Found<string>[]
  aliases: { name: string; alias: string }[]
}

type Office = "hosts" | "moderators"

const HOSTING = "hosted|convened|organi[sz]ed"
const LEADING = "moderated|chaired|facilitated|led|steered|presided(?: over)?"
const DOING = `(?:co-?)?(?:${HOSTING}|${LEADING})`
/** "hosted and moderated by", "moderated with the support of", "chaired jointly by". */
const PASSIVE = new RegExp(
  `\\b(${DOING}(?:\\s*(?:,|and|&|as well as|,\\s?and)\\s*${DOING}){0,2})\\s+(?:\\p{Ll}+ly\\s+|online\\s+)?(?:by|with the (?:kind )?(?:support|help|assistance) (?:of|from|by)|under the (?:guidance|leadership|chairmanship) of)\\s+`,
  "giu",
)
/** "Ana Lind chaired the meeting", "Ana Lind and Ben Okoro moderated the call". */
const ACTIVE = new RegExp(
  `\\b(?:${DOING}(?:\\s*(?:and|,|&)\\s*${DOING}){0,2})\\s+(?:the|this|our)\\s+(?:\\p{L}+\\s+){0,2}(?:meeting|call|session)\\b`,
  "iu",
)
const LABEL =
  /^(?:meeting\s+)?((?:co-?)?(?:hosts?|conveners?|organi[sz]ers?|moderators?|chairs?|chairpersons?|facilitators?|presiding|chaired by|hosted by|moderated by|facilitated by))(?:\s?\(s\))?\s*[:–]\s*(?=\S)/i
const CLAUSE_END =
  /;|,?\s(?:who|which|on behalf|while|because|due|after|and (?:the|it|was|were|began|started|opened)\b|at \d|on (?:the )?\d|on \p{Lu}|via|using|from \d|in (?:the )?(?:absence|presence))\b/iu
const MORE_HELP =
  /\s(?:and\s)?with (?:the )?(?:kind )?(?:support|help|assistance) (?:of|from|by)\s/gi

/** Who hosted and who moderated, as the title block and the opening tell it. */
export function readOffices(
  labelled: readonly Rich[],
  paragraphs: readonly Rich[],
  locate: Locator,
): Offices {
  const offices: Offices = { hosts: [], moderators: [], aliases: [] }
  for (const rich of labelled) {
    const match = LABEL.exec(rich.text.slice(0, 300))
    if (match?.[1])
      take(rich, match[0].length, Math.min(rich.text.length, 400), [officeOf(match[1])])
  }
  for (const rich of paragraphs.slice(0, 12)) {
    const text = rich.text.slice(0, 4000)
    for (const sentence of findSentences(text)) readSentence(rich, text, sentence.from, sentence.to)
  }
  return offices

  function readSentence(rich: Rich, text: string, from: number, to: number) {
    const sentence = text.slice(from, to)
    const matches = [...sentence.matchAll(PASSIVE)]
    for (const [index, match] of matches.entries()) {
      const start = match.index + match[0].length
      const limit = matches[index + 1]?.index ?? sentence.length
      const end = CLAUSE_END.exec(
        sentence.slice(start, limit).replace(MORE_HELP, keepLength),
      )?.index
      take(
        rich,
        from + start,
        from + (end === undefined ? limit : start + end),
        officesIn(match[1] ?? ""),
      )
    }
    if (matches.length > 0) return
    const active = ACTIVE.exec(sentence)
    if (active)
      take(rich, from + Math.max(0, active.index - 160), from + active.index, officesIn(active[0]))
  }

  function take(rich: Rich, from: number, to: number, kinds: readonly Office[]) {
    const text = rich.text.slice(from, to)
    const names = findNames(text).filter((name) => {
      const before = text.slice(Math.max(0, name.from - 8), name.from)
      return !/\b(?:of|from|at|for|the)\s$/i.test(before) && !isInBrackets(text, name.from)
    })
    const whole = names.filter((name) => name.words > 1)
    for (const name of whole.length > 0 ? whole : names) {
      const alias = /^\s?\(["“]?(\p{Lu}\p{Ll}+)["”]?\)/u.exec(
        text.slice(name.to, name.to + 40),
      )?.[1]
      if (alias) offices.aliases.push({ name: name.name, alias })
      for (const kind of kinds) {
        if (offices[kind].some((other) => squeezed(other.value) === squeezed(name.name))) continue
        const at = locate.span(rich, from + name.from, from + name.to)
        offices[kind].push({ value: name.name, at, how: "read" })
      }
    }
  }
}

function keepLength(text: string): string {
  return " ".repeat(text.length)
}

function isInBrackets(text: string, at: number): boolean {
  return text.lastIndexOf("(", at) > text.lastIndexOf(")", at)
}

function officesIn(verbs: string): Office[] {
  const offices: Office[] = []
  if (new RegExp(`\\b(?:co-?)?(?:${HOSTING})`, "i").test(verbs)) offices.push("hosts")
  if (new RegExp(`\\b(?:co-?)?(?:${LEADING})`, "i").test(verbs)) offices.push("moderators")
  return offices
}

function officeOf(label: string): Office {
  return /host|conven|organi/i.test(label) ? "hosts" : "moderators"
}
