import { containment, squeezed } from "@/lib/check/words"
import type { ReadItem } from "../model"
import { findSentences } from "../text/sentences"
import type { Line } from "../text/shape"
import { flatItems } from "./agenda"
import { bareTitle } from "./agenda-title"
import { calledIn, referenceIn, turnLength } from "./references"
import { severalBare, severalBehind, severalInFront } from "./several-labels"
import { AOB, type Compared, compared, matchTitle } from "./title-match"

/**
 * The agenda items that a line of the discussion begins, the first being the one whose section it
 * opens. `end`: where the heading ends in the line's words and its text begins; null when the line
 * is running text and no heading at all. `whole`: the end is counted in the whole line, its number
 * included.
 */
export type Topic = { items: ReadItem[]; end: number | null; sure: boolean; whole?: true }

/** "On point 1", "Re item 3": an item by its number alone, or with its title in brackets. */
const ALONE =
  /^(?:(?:(?:on|re|under|to|ad|as to|regarding)\s)?(?:agenda\s)?(?:items?|points?|topics?)|(?:on|re|under|regarding) \p{L}{4,12})\s\(?(\d{1,2}[a-z]?|[IVX]{1,5})\)?(?:\s\([^()]{2,90}\))?\s*[:.]?$|^ad\s(\d{1,2}|[IVX]{1,5})[.:)]?$/iu
/** "II (a). The visits rose": the label of an item below another, in front of its text. */
const COMPOUND = /^(\d{1,2}|[IVX]{1,5})\s?\(([a-z])\)[.:]?\s+/
/** What stands between the titles of two items in one heading. */
const SIDES = [/\s?;\s/, /\s(?:and|&)\s(?:the\s)?/i, /\s\/\s/, /,\s(?:and\s)?/i]

/** "Under item 2 (Pier), Ana reported …" */
const UNDER_ITEM =
  /^(?:under|on|for|as to|as regards|with regard to|regarding) (?:the )?(?:agenda )?(?:item|point) (\d{1,2}[a-z]?|[IVX]{1,5})(?![\p{L}\d])/iu
const UNDER_AOB = /^(?:(?:under|in|as|on|for|is there) )?(?:(?:any )?other business|aob)\b/i

const SEPARATORS = /\s?(?:,|and|with|&|\+|\/)\s?(?:and\s)?/i

type Title = Compared & { item: ReadItem }

/** How the last item begins under whatever name. */
const OTHER_BUSINESS = ["any", "oth", "aob", "mis", "div"]

/** A word that stands in more titles than this tells none of them apart. */
const COMMON = 20

/** So many sentences of a paragraph are asked what it is on. */
const OPENING_SENTENCES = 2

/** Recognises the headings of an agenda's items. Titles are indexed, so that a line costs little. */
export class Topics {
  readonly all: ReadItem[]
  readonly #labels = new Map<string, ReadItem>()
  readonly #seen = new Map<string, Compared>()
  readonly #index = new Map<string, Title[]>()

  constructor(readonly agenda: readonly ReadItem[]) {
    this.all = flatItems(agenda)
    for (const item of this.all) {
      const title = { ...compared(item.title), item }
      this.#labels.set(item.label.toLowerCase(), item)
      const others = title.key === "aob" ? OTHER_BUSINESS : []
      for (const word of new Set([...title.words, title.key.slice(0, 3), ...others])) {
        const others = this.#index.get(word) ?? []
        others.push(title)
        this.#index.set(word, others)
      }
    }
  }

  /** The titles that share a word or their first letters with a text. */
  #near(given: Compared): Set<Title> {
    const found = [...given.words.slice(0, 60), given.key.slice(0, 3)]
      .map((word) => this.#index.get(word) ?? [])
      .filter((titles) => titles.length <= COMMON)
    return new Set(found.flat())
  }

  /** The same line is looked at several times, and folding its letters costs most of that. */
  #compared(text: string): Compared {
    const known = this.#seen.get(text) ?? compared(text)
    this.#seen.set(text, known)
    return known
  }

  byLabel(label: string): ReadItem | undefined {
    return this.#labels.get(label.toLowerCase())
  }

  /** The items of "4, 5 and 7"; null where one of them is none. */
  byLabels(labels: string): ReadItem[] | null {
    const items = this.#expand(labels)
    return items.length > 0 && items.length >= labels.split(SEPARATORS).length ? items : null
  }

  /** "On point 1" alone on its line. */
  byNumber(text: string): Topic | null {
    const match = text.length <= 130 ? ALONE.exec(text) : null
    const item = this.byLabel(match?.[1] ?? match?.[2] ?? "")
    return item ? { items: [item], end: text.length, sure: true, whole: true } : null
  }

  /** "On (2) and (4).", "--- 3 ---": by labels alone, all of which are those of items. */
  byReference(text: string): Topic | null {
    const found = referenceIn(text)
    const items = found && this.byLabels(found.labels)
    if (!items) return null
    return {
      items,
      end: found.end,
      sure: true,
      ...(found.end !== null && { whole: true as const }),
    }
  }

  /** "II (a). The visits rose …" */
  byCompound(text: string): Topic | null {
    const [all = "", above = "", letter = ""] = COMPOUND.exec(text.slice(0, 24)) ?? []
    const item = all ? (this.byLabel(above + letter) ?? this.byLabel(`${above}.${letter}`)) : null
    return item ? { items: [item], end: all.length, sure: true, whole: true } : null
  }

  /** The one item whose title has all the words of a heading: "Faults" for "Cable faults since July". */
  byPart(text: string, fits: (item: ReadItem) => boolean): Topic | null {
    const { from, to } = bareTitle(text)
    const given = this.#compared(text.slice(from, to))
    const words = new Set(given.words)
    if (words.size === 0 || words.size > 6 || !given.words.some((word) => word.length >= 3))
      return null
    const found = [...this.#near(given)].filter(({ words: all }) =>
      [...words].every((word) => all.includes(word)),
    )
    const items = [...new Set(found.map(({ item }) => item))]
    const [item] = items
    return items.length === 1 && item && fits(item)
      ? { items, end: text.length, sure: false }
      : null
  }

  /** "Items 4 and 5", "Remaining agenda items (4-5)", "4-5.", "(b) and (c)" and the like. */
  several(text: string): Topic | null {
    const front = severalInFront(text)
    const last = front ? null : severalBehind(text)
    if (last) {
      const items = this.#expand(last)
      if (items.length > 1) return { items, end: text.length, sure: true, whole: true }
    }
    if (!front) return this.#byFirst(text) ?? this.#bySides(text)
    const items = this.#expand(front.labels)
    if (items.length < 2) return this.#bySides(text)
    const rest = text.slice(front.end)
    const isTitle = rest.length <= 160 && !/[.!?]$/.test(rest)
    return { items, end: isTitle ? text.length : front.end, sure: true, whole: true }
  }

  #byFirst(text: string): Topic | null {
    const bare = text.length <= 200 ? severalBare(text) : null
    const items = bare ? this.#expand(bare.labels) : []
    const [first] = items
    const title = squeezed(text.slice(bare?.end ?? 0))
    if (items.length < 2 || !first || !title.startsWith(squeezed(first.title))) return null
    return { items, end: text.length, sure: true, whole: true }
  }

  /** "Fees and Lamps", "Fees; Lamps": the titles of two or three items, none of them both at once. */
  #bySides(text: string): Topic | null {
    if (text.length > 160 || !/[;,/&]| and /i.test(text) || /[.!?:]$/.test(text)) return null
    for (const cut of SIDES) {
      const sides = text.split(cut)
      if (sides.length < 2 || sides.length > 3) continue
      const found = sides.map((side) => this.byTitle(side) ?? this.byPart(side, () => true))
      const items = found.flatMap((topic) => (topic?.items.length === 1 ? topic.items : []))
      const whole =
        found.every((topic, at) => topic?.end === sides[at]?.length) &&
        found.some((topic) => topic?.sure) &&
        found.every((topic, at) => topic?.sure || !/\p{Ll}/u.test(sides[at] ?? ""))
      if (!whole || new Set(items).size < sides.length) continue
      const both = this.byTitle(text)
      if (both?.sure && both.end === text.length && !items.includes(both.items[0] as ReadItem))
        return null
      if (this.all.some(({ title }) => squeezed(title) === squeezed(text))) return null
      return { items, end: text.length, sure: true, whole: true }
    }
    return null
  }

  /** The items of "4, 5 and 7" or "4–6", in the order of the agenda. */
  #expand(list: string): ReadItem[] {
    return list.split(SEPARATORS).flatMap((part) => {
      const [from, to] = part
        .split(/\s?(?:-|–|—|to)\s?/)
        .map((label) => this.byLabel(label.trim().replace(/\.$/, "").trim()))
      if (!from) return []
      const first = this.agenda.indexOf(from)
      const last = to ? this.agenda.indexOf(to) : first
      return first >= 0 && last > first ? this.agenda.slice(first, last + 1) : [from]
    })
  }

  /** The item whose title a text is, or begins with; `fits` narrows the choice. */
  byTitle(text: string, fits: (item: ReadItem) => boolean = () => true): Topic | null {
    const given = this.#compared(text.slice(0, 400))
    let best: { item: ReadItem; score: number; end: number | null } | null = null
    for (const title of this.#near(given)) {
      const match = fits(title.item) ? matchTitle(title, given, text.length) : null
      if (match && match.score > (best?.score ?? 0)) best = { item: title.item, ...match }
    }
    if (best) return { items: [best.item], end: best.end, sure: best.score >= 0.9 }
    // "Tides (Ana Lind, 10 min)" in the discussion is the heading "Tides".
    if (text.length > 200) return null
    const { from, to } = bareTitle(text)
    if (to - from === text.trimEnd().length || to <= from) return null
    const topic = this.byTitle(text.slice(from, to), fits)
    return topic?.sure && topic.end === to - from ? { ...topic, end: text.length } : null
  }

  /** The items that the first sentences speak of, the first named first: for text without headings. */
  byMention(text: string): Topic | null {
    const told = this.byLabel(UNDER_ITEM.exec(text.slice(0, 60))?.[1] ?? "")
    if (told) return { items: [told], end: null, sure: false }
    const turn = turnLength(text)
    const said = text.slice(turn, turn + 600)
    for (const { from, to } of findSentences(said).slice(0, OPENING_SENTENCES)) {
      const sentence = said.slice(from, to)
      const called = turn > 0 ? this.byLabel(calledIn(sentence)) : null
      const items = called ? [called] : this.#spokenOf(sentence)
      if (items.length > 0) return { items, end: null, sure: false }
    }
    return null
  }

  #spokenOf(sentence: string): ReadItem[] {
    const given = compared(sentence)
    const named = [...this.#near(given)]
      .map((title) => ({ ...title, ...containment(title.item.title, sentence) }))
      .filter(
        ({ share, first, words }) =>
          (share >= 0.5 && share * words.length >= 1.9) ||
          (words.length === 1 && share === 1 && first <= 2 && (words[0] ?? "").length >= 4),
      )
      .sort((a, b) => a.first - b.first || b.share - a.share)
    const other = UNDER_AOB.test(sentence.slice(0, 60))
      ? this.all.find(({ title }) => AOB.test(title))
      : undefined
    return other ? [other] : named.map(({ item }) => item)
  }
}

/** Whether a line is short and without a full stop, as a heading is. */
export function looksLikeHeading(line: Line): boolean {
  const text = line.words.text
  // In capitals some titles say the whole rule.
  const most = /\p{Ll}/u.test(text) ? 140 : 240
  return text.length <= most && !/[.!?;,]$/.test(text) && text !== ""
}
