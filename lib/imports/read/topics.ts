import { titleKey } from "@/lib/check/titles"
import { containment, contentWords, distance, likeness, squeezed } from "@/lib/check/words"
import { flatItems } from "./agenda"
import type { ReadItem } from "./model"
import { findSentences } from "./sentences"
import type { Line } from "./shape"

/**
 * The agenda items that a line of the discussion begins, the first being the one whose section it
 * opens. `end`: where the heading ends in the line's words and its text begins; null when the line
 * is running text and no heading at all. `whole`: the end is counted in the whole line, its number
 * included.
 */
export type Topic = { items: ReadItem[]; end: number | null; sure: boolean; whole?: true }

const SEVERAL =
  /^(?:(?:[Rr]emaining|[Oo]ther|[Oo]utstanding|[Ff]urther)\s+)?(?:[Aa]genda\s+)?(?:[Ii]tems?|[Pp]oints?|[Tt]opics?)\s*\(?((?:\d{1,2}[a-z]?|[IVX]{1,5}|[A-H])(?:\s?(?:-|–|—|to|and|&|,|\/)\s?(?:and\s)?(?:\d{1,2}[a-z]?|[IVX]{1,5}|[A-H]))+)(?![\p{L}\p{N}])\)?\s*[:.–—-]?\s*/u
const SEVERAL_FIRST = /^\(?(\d{1,2}(?:\.?\s?(?:-|–|&|and|,|\/)\s?\d{1,2})+)[.):]\s*/

/** A title in the forms that it is compared in. */
type Title = { item: ReadItem; text: string; key: string; whole: string; words: string[] }

/** Recognises the headings of an agenda's items. Titles are indexed, so that a line costs little. */
export class Topics {
  readonly all: ReadItem[]
  readonly #labels = new Map<string, ReadItem>()
  readonly #index = new Map<string, Title[]>()

  constructor(readonly agenda: readonly ReadItem[]) {
    this.all = flatItems(agenda)
    for (const item of this.all) {
      const words = contentWords(item.title)
      const key = titleKey(item.title)
      const title = { item, text: item.title, key, whole: squeezed(item.title), words }
      this.#labels.set(item.label.toLowerCase(), item)
      for (const word of new Set([...words, key.slice(0, 3)])) {
        this.#index.set(word, [...(this.#index.get(word) ?? []), title])
      }
    }
  }

  /** The titles that share a word or their first letters with a text. */
  #near(text: string): Set<Title> {
    const keys = [...contentWords(text).slice(0, 60), titleKey(text).slice(0, 3)]
    return new Set(keys.flatMap((key) => this.#index.get(key) ?? []))
  }

  byLabel(label: string): ReadItem | undefined {
    return this.#labels.get(label.toLowerCase())
  }

  /** "Items 4 and 5", "Remaining agenda items (4-5)", "4-5." and the like. */
  several(text: string): Topic | null {
    const match = SEVERAL.exec(text.slice(0, 160)) ?? SEVERAL_FIRST.exec(text.slice(0, 40))
    if (!match?.[1]) return null
    const items = this.#expand(match[1])
    if (items.length < 2) return null
    const rest = text.slice(match[0].length)
    const isTitle = rest.length <= 160 && !/[.!?]$/.test(rest)
    return { items, end: isTitle ? text.length : match[0].length, sure: true, whole: true }
  }

  /** The items of "4, 5 and 7" or "4–6", in the order of the agenda. */
  #expand(list: string): ReadItem[] {
    return list.split(/\s?(?:,|and|&|\/)\s?(?:and\s)?/).flatMap((part) => {
      const [from, to] = part.split(/\s?(?:-|–|—|to)\s?/).map((label) => this.byLabel(label.trim()))
      if (!from) return []
      const first = this.agenda.indexOf(from)
      const last = to ? this.agenda.indexOf(to) : first
      return first >= 0 && last > first ? this.agenda.slice(first, last + 1) : [from]
    })
  }

  /** The item whose title a text is, or begins with; `fits` narrows the choice. */
  byTitle(text: string, fits: (item: ReadItem) => boolean = () => true): Topic | null {
    const given = text.slice(0, 400)
    let best: { item: ReadItem; score: number; end: number | null } | null = null
    for (const title of this.#near(given)) {
      const match = fits(title.item) ? matchTitle(title, given, text.length) : null
      if (match && match.score > (best?.score ?? 0)) best = { item: title.item, ...match }
    }
    return best ? { items: [best.item], end: best.end, sure: best.score >= 0.9 } : null
  }

  /** The items that a first sentence speaks of, the first named first: for text without headings. */
  byMention(text: string): Topic | null {
    const [first] = findSentences(text.slice(0, 600))
    if (!first) return null
    const sentence = text.slice(first.from, first.to)
    const named = [...this.#near(sentence)]
      .map(({ item, words }) => ({ item, words, ...containment(item.title, sentence) }))
      .filter(({ share, words }) => share >= 0.5 && share * words.length >= 1.9)
      .sort((a, b) => a.first - b.first || b.share - a.share)
    if (named.length === 0) return null
    return { items: named.map(({ item }) => item), end: null, sure: false }
  }
}

type TitleMatch = { score: number; end: number | null }

/** How well a text fits a title: whole, as a shortened form, with a few words changed, or in front. */
function matchTitle(title: Title, text: string, length: number): TitleMatch | null {
  const given = squeezed(text)
  if (title.key === "" || given === "") return null
  if (titleKey(text) === title.key) return { score: 1, end: length }
  const short = length <= Math.max(60, title.text.length * 1.6 + 20)
  if (short && title.whole.startsWith(given)) {
    if (contentWords(text).length >= 2 || given.length >= 8) return { score: 0.95, end: length }
  }
  const lead = title.whole.length >= 6 && given.startsWith(title.whole) ? title.whole : title.key
  if (given.startsWith(lead) && (title.words.length >= 2 || lead === "aob")) {
    const end = endOf(text, lead.length)
    if (end !== null) return { score: 0.94, end: headingEnd(text, end, length) }
  }
  if (!short) return null
  const alike = likeness(title.text, text)
  if (alike >= 0.6) return { score: Math.min(0.89, alike), end: length }
  const most = Math.max(1, Math.floor(title.key.length / 8))
  const close = title.key.length >= 6 && distance(title.key, given, most) <= most
  return close ? { score: 0.8, end: length } : null
}

/** Where the first `count` letters and digits of a text end; null within a word. */
function endOf(text: string, count: number): number | null {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    seen += squeezed(text.charAt(i)).length
    if (seen < count) continue
    return /^[\p{L}\p{N}]/u.test(text.slice(i + 1, i + 3)) ? null : i + 1
  }
  return text.length
}

/** A title in front of text ends at a colon, dash or full stop; anything else makes it a sentence. */
function headingEnd(text: string, end: number, length: number): number | null {
  const rest = text.slice(end)
  const closed = /^[)\]"”’]*\s*(?:\([^()]{0,80}\)\s*)?(?::|[.](?=\s)|\s?[–—-](?=\s))\s*/.exec(rest)
  if (closed) return end + closed[0].length
  return /^[^\p{L}\p{N}]*$/u.test(rest) || /^\s*\([^()]{0,80}\)[.\s]*$/.test(rest) ? length : null
}

/** Whether a line is short and without a full stop, as a heading is. */
export function looksLikeHeading(line: Line): boolean {
  const text = line.words.text
  return text.length <= 140 && !/[.!?;,]$/.test(text) && text !== ""
}
