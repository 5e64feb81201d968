import {
  type CheckContext,
  type Finding,
  type Listed,
  type ParagraphFact,
  placeAt,
  quoteAt,
  type ReportFacts,
} from "../model"
import { nameWords } from "../names"
import { shortened } from "../shortened"

/** What no entry ends with that is whole: a mark that opens or joins, or a word that leads on. */
const CUT = /(?:[,;([/&–—-]|\s(?:and|of|for|the|de|du|des|et|und|y))$/u
/** A name that ends in a single letter without a full stop. */
const INITIAL = /^\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)? \p{Lu}$/u
/** Where more entries than this share end so, it is the way of the list. */
const HABIT = 0.2

/** An entry of the list of participants is cut off in the middle of a name or behind a comma. */
export function listTruncated(
  report: Pick<ReportFacts, "participants" | "paragraphs" | "mentions" | "hosts" | "moderators">,
  { people }: Pick<CheckContext, "people">,
): Finding[] {
  const entries = report.paragraphs.filter(
    ({ part, heading }) => part === "participants" && !heading,
  )
  const initials = report.participants.filter(({ name }) => INITIAL.test(name))
  const names = initials.length > Math.max(1, report.participants.length * HABIT) ? [] : initials
  const cut = entries.filter(({ text }) => CUT.test(text.trimEnd()))
  const ends =
    cut.length > Math.max(1, entries.length * HABIT)
      ? []
      : cut.filter((entry) => isWhole(entry, entries, report.participants))
  const known = [
    ...report.participants,
    ...report.mentions,
    ...people,
    ...report.hosts.map(({ value }) => ({ name: value })),
    ...report.moderators.map(({ value }) => ({ name: value })),
  ].map(({ name }) => name)
  return [
    ...names.flatMap((person): Finding[] => {
      const whole = wholeOf(person.name, known)
      // A list that is kept as names, in an order of its own, has neither a text nor an end.
      if (person.at === null)
        return [
          {
            rule: "list-truncated",
            severity: "note",
            place: placeAt(null),
            values: { how: "name", text: person.name },
            ...(whole ? { fix: whole } : {}),
          },
        ]
      const paragraph = entries.find(
        ({ text, place }) =>
          isWithin(person.at, place(0, text.length)) && text.includes(person.name),
      )
      if (!paragraph) return []
      const from = paragraph.text.indexOf(person.name)
      const isLast = person === report.participants.at(-1)
      return [
        {
          rule: "list-truncated",
          severity: isLast ? "warning" : "note",
          ...quoteAt(paragraph, from, from + person.name.length),
          values: { how: isLast ? "last" : "name", text: person.name },
          ...(whole ? { fix: whole, replacement: whole } : {}),
        },
      ]
    }),
    ...ends.map((paragraph): Finding => {
      const text = paragraph.text.trimEnd()
      const end = /(?:,|;)$/.test(text) ? 1 : 0
      return {
        rule: "list-truncated",
        severity: "note",
        ...quoteAt(paragraph, end ? text.length - end : 0, text.length),
        values: { how: "end", text: shortened(text) },
        ...(end ? { replacement: "" } : {}),
      }
    }),
  ]
}

/** One person's entry to its end: neither one line of several people, nor one that the next line goes on with. */
function isWhole(
  entry: ParagraphFact,
  entries: readonly ParagraphFact[],
  people: readonly Listed[],
): boolean {
  const within = people.filter(({ at }) => isWithin(at, entry.place(0, entry.text.length)))
  if (within.length !== 1) return false
  const next = entries[entries.indexOf(entry) + 1]
  if (!next) return true
  const begin = next.place(0, next.text.length).from
  return people.some(({ at }) => at !== null && at.from >= begin && at.from < begin + 4)
}

type Range = { from: number; to: number }

function isWithin(at: Range | null, whole: Range): boolean {
  return at !== null && at.from >= whole.from && at.to <= whole.to
}

/** The one whole name that "Farah M" can stand for. */
function wholeOf(name: string, known: readonly string[]): string | null {
  const words = nameWords(name)
  const initial = words.at(-1) ?? ""
  const fitting = known.filter((other) => {
    const whole = nameWords(other)
    const last = whole.at(-1) ?? ""
    return last.length > 1 && whole[0] === words[0] && last.startsWith(initial)
  })
  const [one, ...others] = new Set(fitting)
  return one && others.length === 0 ? one : null
}
