import type { ReportBlock, ReportInline, ReportMark, ReportPlainBlock } from "./blocks"
import type { ReportAgendaItem, ReportContent, ReportPerson } from "./model"
import { peopleIn } from "./people-of-report"
import { type Unnamed, type WhoseName, whoseNames } from "./whose-name"

/**
 * The content of a version without the names of people who asked for that: in statements, attendance,
 * offices, owners, mentions, in what others speak for and in running text, titles included. Their capacity
 * goes as well, and links that hold the name. What else might tell who it was is for people to look for.
 */
export function unname(content: ReportContent, people: readonly Unnamed[]): ReportContent {
  if (people.length === 0) return content
  const words = new Rewording(content.language, peopleIn(content), people)
  const { attendance, correction, withdrawal, noteTaker } = content
  return {
    ...content,
    meeting: {
      ...content.meeting,
      title: words.text(content.meeting.title),
      place: words.text(content.meeting.place),
    },
    chairs: content.chairs.map(words.person),
    hosts: content.hosts.map(words.person),
    moderators: content.moderators.map(words.person),
    noteTaker: noteTaker && words.person(noteTaker),
    agenda: content.agenda.map((item) => agendaItem(item, words)),
    sections: content.sections.map(({ id, content }) => ({
      id,
      content: content.map(words.block),
    })),
    attendance:
      attendance.list === "on-request"
        ? attendance
        : {
            list: "annexed",
            present: attendance.present.map(words.person),
            regrets: attendance.regrets.map(words.person),
            written: attendance.written.map(words.person),
          },
    nextMeeting: words.text(content.nextMeeting),
    correction: correction && {
      ...correction,
      reason: words.text(correction.reason),
      by: words.person(correction.by),
    },
    withdrawal: withdrawal && {
      reason: words.text(withdrawal.reason),
      by: words.person(withdrawal.by),
    },
  }
}

/** The same for single texts, of which nobody's capacity is known; `known` are names that stand beside them. */
export const unnameWords = (
  language: string,
  people: readonly Unnamed[],
  known: readonly string[] = [],
) => {
  const named = known.map((name) => ({ name, capacity: "" }))
  return new Rewording(language, named, people).text
}

function agendaItem(item: ReportAgendaItem, words: Rewording): ReportAgendaItem {
  return {
    ...item,
    title: words.text(item.title),
    children: item.children.map((child) => agendaItem(child, words)),
  }
}

/** What stands in the place of names: in fields, in lines, in whole blocks. */
export class Rewording {
  readonly #whose: WhoseName
  readonly #phrases: string[]
  /** What may stand behind a name in brackets or after a comma, and says who it is. */
  readonly #capacities: string[]
  readonly #language: string

  constructor(language: string, known: readonly ReportPerson[], people: readonly Unnamed[]) {
    this.#whose = whoseNames(known, people)
    this.#phrases = people.map(({ phrase }) => phrase)
    this.#language = language
    const capacities = known.flatMap(({ name, capacity }) =>
      this.#whose.ofField(name) === null ? [] : [capacity, ...capacity.split(/[;,]/)],
    )
    this.#capacities = [...new Set(capacities.map((each) => each.trim()).filter(Boolean))].sort(
      (a, b) => b.length - a.length,
    )
  }

  #instead = (person: number) => this.#phrases[person] ?? ""

  /** A field that holds one name. */
  name = (name: string): string => {
    const person = this.#whose.ofField(name)
    return person === null ? name : this.#instead(person)
  }

  person = (person: ReportPerson): ReportPerson => {
    const name = this.name(person.name)
    if (name !== person.name) return { name, capacity: "" }
    // Somebody may speak for whoever is not named.
    return { ...person, capacity: this.text(person.capacity) }
  }

  text = (text: string): string => {
    let out = ""
    let from = 0
    for (const { start, end, phrase } of this.#places(text)) {
      out += text.slice(from, start) + phrase
      from = end
    }
    return out + text.slice(from)
  }

  #places(text: string): { start: number; end: number; phrase: string }[] {
    return this.#whose.inText(text).map(({ start, end, person }) => {
      const phrase = this.#instead(person)
      const begins = /(?:^|[.!?…]["»”)]?\s+|\n)$/u.test(text.slice(0, start))
      return {
        start,
        end: this.#withCapacity(text, end),
        phrase: begins
          ? phrase.slice(0, 1).toLocaleUpperCase(this.#language) + phrase.slice(1)
          : phrase,
      }
    })
  }

  /** The end of the name and of the capacity behind it, as "(Meridian Institute)". */
  #withCapacity(text: string, end: number): number {
    const rest = text.slice(end)
    for (const capacity of this.#capacities) {
      for (const [open, close] of [
        [" (", ")"],
        [" [", "]"],
        [", ", ""],
      ] as const)
        if (rest.startsWith(open + capacity + close))
          return end + open.length + capacity.length + close.length
    }
    return end
  }

  block = (block: ReportBlock): ReportBlock => {
    switch (block.type) {
      case "statement": {
        const { name, capacity } = this.person(block.attrs)
        return {
          ...block,
          attrs: { ...block.attrs, name, capacity },
          content: block.content.map(this.plain),
        }
      }
      case "action": {
        const owners = block.attrs.owners.map(this.name)
        return {
          ...block,
          attrs: { ...block.attrs, owners },
          content: block.content.map(this.plain),
        }
      }
      case "question": {
        const { outcome } = block.attrs
        return {
          ...block,
          attrs: { ...block.attrs, outcome: outcome && this.text(outcome) },
          content: block.content.map(this.plain),
        }
      }
      case "decision":
      case "blockquote":
        return { ...block, content: block.content.map(this.plain) }
      default:
        return this.plain(block)
    }
  }

  plain = (block: ReportPlainBlock): ReportPlainBlock => {
    if (block.type === "paragraph") return { ...block, content: this.line(block.content) }
    const content = block.content.map((item) => ({
      ...item,
      content: item.content.map(this.plain),
    }))
    return { ...block, content }
  }

  /** A line; a name may begin in bold and end outside it, or go on behind a mention. */
  line(nodes: readonly ReportInline[]): ReportInline[] {
    const cleared = nodes.map((node) => this.#withoutTellingLink(node))
    const all = cleared.map(wordsOf).join("")
    const places = this.#places(all)
    let at = 0
    return cleared.flatMap((node): ReportInline[] => {
      const from = at
      const words = wordsOf(node)
      at += words.length
      const touching = places.filter(({ start, end }) => start < at && end > from)
      if (touching.length === 0 || node.type === "hardBreak") return [node]
      let text = ""
      let done = from
      for (const { start, end, phrase } of touching) {
        // The phrase stands where the name begins; what follows of the name falls away.
        if (start >= from) text += all.slice(done, start) + phrase
        done = Math.min(end, at)
      }
      text += all.slice(done, at)
      const marks = node.marks?.filter((mark) => mark.type !== "link") ?? []
      return text === "" ? [] : [{ type: "text", text, ...(marks.length > 0 ? { marks } : {}) }]
    })
  }

  #withoutTellingLink(node: ReportInline): ReportInline {
    if (node.type === "hardBreak" || !node.marks) return node
    const marks = node.marks.filter((mark) => !this.#tells(mark))
    if (marks.length === node.marks.length) return node
    const { marks: _, ...bare } = node
    return marks.length > 0 ? { ...bare, marks } : bare
  }

  #tells = (mark: ReportMark): boolean =>
    mark.type === "link" && this.#whose.inText(decoded(mark.attrs.href)).length > 0
}

function wordsOf(node: ReportInline): string {
  if (node.type === "hardBreak") return "\n"
  return node.type === "text" ? node.text : node.attrs.label
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
