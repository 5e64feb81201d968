import { isFieldWord } from "../field-words"
import {
  type CheckContext,
  type Finding,
  type ParagraphFact,
  quoteAt,
  type ReportFacts,
  type Speller,
} from "../model"
import { nearWord } from "../near-words"
import { plainCase } from "../words"

/** A word in small letters between spaces and marks: no name, no part of an address, no code, no accents. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}@#/\\._%'’-])[a-z]{3,30}(?![\p{L}\p{M}\p{N}@#/\\_]|[.'’-]\p{L}|:\/)/gu
const PARTS = new Set(["opening", "agenda", "discussion", "next", "closing"])
/** A text with more unknown words than this is in another language. */
const FOREIGN = 0.2
/** A word that stands more often is a term, not a slip. */
const TERM = 3
/** No more than this many are looked for and named. */
const MOST = 60
const LONGEST = 20_000
const PREFIX =
  /^(?:anti|auto|counter|cross|cyber|digital|eco|geo|hyper|inter|intra|macro|mega|micro|mini|multi|neo|poly|post|pseudo|semi|socio|sub|super|tele|trans|ultra|web)(?=\p{L}{3})/u

type Seen = { paragraph: ParagraphFact; from: number; times: number }

/**
 * A word that no English dictionary has, one slip away from one that it has. Says nothing without a
 * dictionary, of names, terms and the group's own words, or of a text in another language.
 */
export function spelling(report: ReportFacts, context: CheckContext): Finding[] {
  const { speller } = context
  if (!speller) return []
  const left = new Set([...context.words, ...namesOf(report, context)].flatMap(partsOf))
  const knows = remembered((word) => isFieldWord(word) || left.has(word) || isMade(word, speller))
  const used = new Set<string>()
  const unknown = new Map<string, Seen>()
  let total = 0
  let missed = 0
  for (const paragraph of report.paragraphs) {
    if (!PARTS.has(paragraph.part)) continue
    const words = [...paragraph.text.slice(0, LONGEST).matchAll(WORD)]
    const odd = words.filter(({ 0: word }) => !knows(word))
    total += words.length
    missed += odd.length
    for (const { 0: word } of words) used.add(word)
    if (odd.length > 1 && isForeign(paragraph.text, odd.length / words.length)) continue
    for (const { 0: word, index: from } of odd) {
      const seen = unknown.get(word)
      unknown.set(word, { ...(seen ?? { paragraph, from }), times: (seen?.times ?? 0) + 1 })
    }
  }
  if (missed > total * FOREIGN) return []
  return [...unknown]
    .filter(([, { times }]) => times < TERM)
    .slice(0, MOST)
    .flatMap(([word, { paragraph, from }]): Finding[] => {
      const near = nearWord(
        word,
        { knows: (other) => speller.knows(other) || isFieldWord(other) },
        used,
      )
      if (near === null) return []
      return [
        {
          rule: "spelling",
          severity: "note",
          ...quoteAt(paragraph, from, from + word.length),
          values: { text: word, near },
          replacement: near,
        },
      ]
    })
}

/** Hardly a sentence of English does without these. */
const ENGLISH = /(?<!\p{L})(?:the|of|and|to|is|are|was|were|will|that)(?!\p{L})/iu

function isForeign(text: string, missed: number): boolean {
  return !ENGLISH.test(text) || (missed > FOREIGN && text.length > 80)
}

/** Known whole, or made of known parts: "counterterrorism", "roundtable", "resolvers". */
function isMade(word: string, { knows }: Speller): boolean {
  if (
    knows(word) ||
    INFLECTED.some(([ending, by]) => ending.test(word) && knows(word.replace(ending, by)))
  )
    return true
  const rest = word.replace(PREFIX, "")
  if (rest !== word && rest.length > 4 && knows(rest)) return true
  for (let at = 5; at <= word.length - 5; at += 1) {
    if (knows(word.slice(0, at)) && knows(word.slice(at))) return true
  }
  return false
}

/** Endings behind which a stem keeps its form; "occured" and "companys" are slips. */
const INFLECTED: readonly [ending: RegExp, by: string][] = [
  [/(?<=[^sxy]|[aeiou]y)s$/, ""],
  [/(?<=e)(?:d|rs?)$/, ""],
  [/(?<=[bcdfghjklmnpqrstvwxz]{2})(?:ed|ers?|ing)$/, ""],
]

function remembered(asked: (word: string) => boolean) {
  const answers = new Map<string, boolean>()
  return (word: string) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    const answer = asked(word)
    answers.set(word, answer)
    return answer
  }
}

function namesOf(report: ReportFacts, { people }: CheckContext): string[] {
  return [
    ...[...report.participants, ...people].flatMap(({ name, aliases }) => [name, ...aliases]),
    ...report.mentions.map(({ name }) => name),
    ...[...report.hosts, ...report.moderators].map(({ value }) => value),
  ]
}

const partsOf = (text: string) => [...plainCase(text).split(/[^\p{L}]+/u), text.toLowerCase()]
