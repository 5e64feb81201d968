import type { AgendaItem } from "@/lib/meetings/agenda"
import type { MinutesText, SectionDoc, Statement } from "@/lib/minutes/model"
import { sectionOf } from "@/lib/minutes/model"
import { type PlainWords, plainDoc } from "@/lib/minutes/plain"
import { foldName, tidyName } from "@/lib/people/model"
import type { OtherWords, QuotedStatement } from "./model"

/** Somebody who is quoted in minutes, with all their statements in reading order. */
export type QuotedPerson = { personId: string | null; name: string; statements: QuotedStatement[] }

// Words of statements hold no block of the record, so its opening words never stand in them.
const unused: PlainWords = {
  statement: "",
  decision: "",
  action: "",
  question: "",
  owners: "",
  due: "",
  outcome: "",
}

/** The words of a statement as plain text, a paragraph a line, lists with their marks. */
export function wordsOfStatement({ content }: Pick<Statement, "content">): string {
  return plainDoc({ type: "doc", content } satisfies SectionDoc, unused).replaceAll("\n\n", "\n")
}

/**
 * Everybody who is quoted in a text, in the order in which they first speak. Statements of one person of
 * the register belong together under whatever name they stand; others go by their name. `standsFor` gives
 * the person that one was merged into. Names that would stand twice are told apart by a number.
 */
export function quotedPeople(
  text: MinutesText,
  agenda: readonly Pick<AgendaItem, "id" | "label" | "title">[],
  standsFor: ReadonlyMap<string, string> = new Map(),
): QuotedPerson[] {
  const places = new Map(agenda.map(({ id, label, title }) => [id, `${label} ${title}`.trim()]))
  const found = new Map<string, QuotedPerson>()
  for (const section of text.order) {
    for (const block of sectionOf(text, section).content) {
      if (block.type !== "statement") continue
      const words = wordsOfStatement(block)
      const name = tidyName(block.attrs.name)
      if (words === "" || name === "") continue
      const personId = block.attrs.personId
        ? (standsFor.get(block.attrs.personId) ?? block.attrs.personId)
        : null
      const key = personId ?? foldName(name)
      const person = found.get(key) ?? { personId, name, statements: [] }
      const { id, capacity } = block.attrs
      person.statements.push({ id, place: places.get(section) ?? "", name, capacity, words })
      found.set(key, person)
    }
  }
  const taken = new Set<string>()
  return [...found.values()].map((person) => {
    const name = freeName(person.name, taken)
    taken.add(name)
    return { ...person, name }
  })
}

/** A name that is not taken: two people of one name are told apart by a number. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
  return free
}

/** The same key for a request and for a person in the text. */
export function keyOf({ personId, name }: { personId: string | null; name: string }): string {
  return personId ?? foldName(name.replace(/ \(\d+\)$/, ""))
}

/** Whether the words that stand now are other ones than those that somebody's answer is about. */
export function changedSince(
  seen: readonly QuotedStatement[],
  taken: OtherWords,
  current: readonly QuotedStatement[],
): boolean {
  const expected = new Map(seen.map(({ id, words }) => [id, taken[id] ?? words]))
  const sameNumber = seen.length === current.length
  return !sameNumber || current.some(({ id, words }) => expected.get(id) !== words)
}
