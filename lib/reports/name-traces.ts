import type { ReportBlock } from "./blocks"
import type { ReportAgendaItem, ReportContent } from "./model"
import { plainWords } from "./plain-words"
import type { Unnamed } from "./unname"

/** Where a name may still stand: so many places are shown, and so many `more` there are. */
export type NameTraces = { shown: string[]; more: number }

/** Characters before and after a word that are shown with it. */
const around = 40
const most = 20

/**
 * Where a part of the name of somebody who is not to be named still stands in a text, with the words around
 * it: a given name or a family name alone may mean them or somebody else, so people decide.
 */
export function tracesOf(content: ReportContent, people: readonly Unnamed[]): NameTraces {
  const parts = new Set(
    people.flatMap(({ names }) =>
      names.flatMap((name) =>
        name.split(/[\s,.()-]+/u).filter((part) => /^\p{Lu}.{2}/u.test(part)),
      ),
    ),
  )
  if (parts.size === 0) return { shown: [], more: 0 }
  const either = [...parts].map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|")
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, "gu")
  const found = textsOf(content).flatMap((text) =>
    [...text.matchAll(pattern)].map(({ index, 0: word }) => {
      const [from, to] = [Math.max(0, index - around), index + word.length + around]
      const before = from > 0 ? "…" : ""
      return `${before}${text.slice(from, to)}${to < text.length ? "…" : ""}`
    }),
  )
  const places = [...new Set(found)]
  return { shown: places.slice(0, most), more: Math.max(0, places.length - most) }
}

/** The running words of a report; fields that hold one name are not among them. */
function textsOf({ meeting, agenda, sections, nextMeeting }: ReportContent): string[] {
  return [
    meeting.title,
    ...titlesOf(agenda),
    ...sections.flatMap(({ content }) => content.map(wordsOf)),
    nextMeeting,
  ]
}

const titlesOf = (items: readonly ReportAgendaItem[]): string[] =>
  items.flatMap(({ title, children }) => [title, ...titlesOf(children)])

function wordsOf(block: ReportBlock): string {
  switch (block.type) {
    case "paragraph":
    case "bulletList":
    case "orderedList":
      return plainWords([block])
    case "question":
      return [plainWords(block.content), block.attrs.outcome ?? ""].join(" ")
    default:
      return plainWords(block.content)
  }
}
