import type { Span } from "@/lib/check/model"
import { findNames } from "../people/names"
import type { Rich } from "../text/rich"
import type { Locator } from "../text/source"
import { officeLabel } from "./office-label"

/** Somebody, and what stands beside the name. */
export type Said = { name: string; capacity: string; at: Span }

/** "(Port; co-chair)", "[chair]", ", convener", " – chair", ": chair", "| Port | C |": what is said behind a name. */
const BEHIND =
  /^(?: ?[([]([^()[\]]{1,80})[)\]]|, ([^,.;:()]{2,40}|[^,.;:()]{2,40},[^,.;:()]{2,40})(?=[,.;)]|$)|,? (?:[–—/-]) ([^,.;:()]{2,40})(?=[,.;]|$)|: (\p{Ll}[\p{L} -]{2,30})$|\s?\|(.{1,120})$)/u
/** Who is named with the apologies led nothing. */
const AWAY = /\b(?:apolog|absen|excuse|regret|unable|vacan)/i
/** So many lines are looked at, and so much of each. */
const [MOST, LONGEST] = [20, 1500]

/** Those whom the lines of the head and the opening name together with what they are. */
export function saidBesideNames(lines: readonly Rich[], locate: Locator): Said[] {
  return lines.slice(0, MOST).flatMap((rich) => {
    const text = rich.text.slice(0, LONGEST)
    if (AWAY.test(text)) return []
    return findNames(text).flatMap((name): Said[] => {
      const [, ...said] =
        name.words < 2 ? [] : (BEHIND.exec(text.slice(name.to, name.to + 130)) ?? [])
      const capacity = said.find((each) => each !== undefined)?.replace(/\s?[|;]\s?/g, ", ")
      return capacity
        ? [{ name: name.name, capacity, at: locate.span(rich, name.from, name.to) }]
        : []
    })
  })
}

/** "C = chair", "Ch – Chair": a mark, and the office that it stands for. */
const LEGEND =
  /(?<![\p{L}\d])(\p{Lu}\p{Ll}{0,3}|\p{Lu}{2,3})\.?(?: ?= ?| ?: | [–—-] )(\p{L}[\p{L} -]{3,30}?)(?=[,.;)|]|$)/gu

/** What is said of people, with the office in the place of the mark that a legend explains. */
export function withMarks<T extends { capacity: string }>(
  people: readonly T[],
  texts: readonly Rich[],
): T[] {
  const marks = new Map<string, string>()
  for (const { text } of texts)
    for (const [, mark = "", office = ""] of text.slice(0, LONGEST).matchAll(LEGEND))
      if (officeLabel(`${office}: x`)) marks.set(mark, office)
  if (marks.size === 0) return [...people]
  return people.map((person) => ({
    ...person,
    capacity: person.capacity
      .split(/(?<=[,;]) /)
      .map((part) => marks.get(part.replace(/[.,;]$/, "")) ?? part)
      .join(" "),
  }))
}
