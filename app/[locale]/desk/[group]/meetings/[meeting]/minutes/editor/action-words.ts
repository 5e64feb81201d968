import { readDue } from "@/lib/minutes/due"
import type { MinutesPerson, Named } from "@/lib/minutes/model"
import { foldName } from "@/lib/people/model"
import { personCalled } from "./person-search"

/** What the words of an action say about its fields. */
export type Filled = { owners: Named[]; due: string | null }

/** Names have few words, and so have dates. */
const NAME_WORDS = 4
const DATE_WORDS = 6
/** Only the beginning of long words is read: this is asked with every letter. */
const LONGEST = 400

const joins = /^(and|et|&|\+)$/i
const beforeDates = /^(by|before|until|due|within|d['’]ici|avant|jusqu['’]\S*)$/i
const mayStandBeforeDates = /^(on|in|le|au|pour|dans|sous|fin|end|d['’]ici\S+)$/i

/** The one person whom these words name: the whole name, or a part of it that nobody else has. */
function named(people: readonly MinutesPerson[], words: string): MinutesPerson | null {
  if (!/^\p{Lu}/u.test(words)) return null
  const whole = personCalled(people, words)
  if (whole) return whole
  const called = people.filter(({ name }) => foldName(name).split(/\s+/).includes(foldName(words)))
  return called.length === 1 ? (called[0] ?? null) : null
}

/** The people whom the words begin with, joined by commas or "and"; something has to follow. */
function ownersIn(words: string[], people: readonly MinutesPerson[]): Named[] {
  const owners: Named[] = []
  for (let at = 0; at < words.length; ) {
    let taken = 0
    for (let count = NAME_WORDS; count > 0 && taken === 0; count--) {
      if (at + count >= words.length) continue
      const name = words
        .slice(at, at + count)
        .join(" ")
        .replace(/[,:;]+$/, "")
      const person = named(people, name)
      if (!person) continue
      if (owners.every(({ personId }) => personId !== person.id))
        owners.push({ personId: person.id, name: person.name })
      taken = count
    }
    if (taken === 0) break
    const last = words[at + taken - 1] ?? ""
    at += taken
    if (joins.test(words[at] ?? "")) at++
    else if (!last.endsWith(",")) break
  }
  return owners
}

/** The first date behind a word that announces one, or the date at the very end. */
function dueIn(words: string[], day: string | null, locale: string): string | null {
  const longest = (at: number, least: number) => {
    for (let count = DATE_WORDS; count >= least; count--) {
      const due =
        at + count > words.length
          ? null
          : readDue(words.slice(at, at + count).join(" "), day, locale)
      if (due !== null) return due
    }
    return null
  }
  for (const announces of [beforeDates, mayStandBeforeDates]) {
    for (const [at, word] of words.entries()) {
      const due = announces.test(word) ? (longest(at, 2) ?? longest(at + 1, 1)) : null
      if (due !== null) return due
    }
  }
  for (let count = Math.min(DATE_WORDS, words.length - 1); count > 0; count--) {
    const end = words.slice(-count).join(" ")
    const due = end.length < 5 ? null : readDue(end, day, locale)
    if (due !== null) return due
  }
  return null
}

/**
 * Owners and day as somebody says them: "Ilva and Samir to send the letter by Friday". Owners are
 * found among `people` only; days are read as the field reads them.
 */
export function readAction(
  text: string,
  people: readonly MinutesPerson[],
  day: string | null,
  locale: string,
): Filled {
  const words = text.slice(0, LONGEST).trim().split(/\s+/)
  return { owners: ownersIn(words, people), due: dueIn(words, day, locale) }
}
