import { plainCase } from "@/lib/check/words"
import { landmarkOf } from "../lines/landmarks"
import { officeLabel } from "../offices/office-label"
import { looksLikeName } from "../people/names"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { wordsInFront } from "./outline-heads"
import { SAYS } from "./titles-in-front"

/** "Lease – The Council sent a second draft": a title of a few words, a dash, and what was said. */
const FRONT = /^(\p{Lu}[^:;.!?–—]{1,44}?)\s[–—-]{1,2}\s+(?=\S)/u
const LEAST = 2
/** So much stands behind a title, with a word in small letters among it that is no part of a name. */
const SAID = 25
const SENTENCE = /\s\p{Ll}{2,}\s(?:\S{1,30}\s){0,6}\p{Ll}{2,}/u
const MOST_WORDS = 5

/**
 * Makes items of the bullets below a heading that all have a title in front of a dash: "• Auction – 41
 * items have come in". None of them may be somebody, or a part of what the heading is on.
 */
export function withTitledEntries(lines: readonly Line[]): Line[] {
  const parts = new Map<Line, Line[]>()
  const heads = lines.filter(isHead).length
  if (heads < LEAST) return [...lines]
  const front = wordsInFront(lines.slice(0, Math.max(lines.findIndex(isHead), 0)))
  for (const [index, head] of lines.entries()) {
    if (!isHead(head)) continue
    const own = entriesBelow(lines, index)
    const titles = own.map(({ words: { text } }) => FRONT.exec(text.slice(0, 80)))
    const known = new Set(titles.map((title) => plainCase(title?.[1] ?? "")))
    if (own.length < LEAST || known.size < own.length) continue
    // Behind a handle or a shop stands a name or two, behind a title what was said on it.
    const long = own.filter(({ words: { text } }, at) => {
      const rest = text.slice(titles[at]?.[0].length ?? 0)
      return rest.length >= SAID && SENTENCE.test(rest)
    })
    if (long.length * 2 < own.length) continue
    if (!titles.every((title) => title && isTopic(title[1] ?? "", front))) continue
    for (const [at, line] of own.entries()) {
      const [all = "", title = ""] = titles[at] ?? []
      parts.set(line, parted(line, title.length, all.length, head.level + 1))
    }
  }
  return parts.size === 0 ? [...lines] : lines.flatMap((line) => parts.get(line) ?? [line])
}

const isHead = (line: Line) =>
  line.level > 0 &&
  !/^(?:participants|regrets|actions|decisions)$/.test(landmarkOf(line)?.landmark ?? "")

/** The bullets right below a heading, where nothing else stands below it. */
function entriesBelow(lines: readonly Line[], index: number): Line[] {
  const own: Line[] = []
  for (const line of lines.slice(index + 1, index + 60)) {
    if (line.level > 0) return own
    if (!line.bullet || line.ticked !== null || line.task || line.outcome)
      return line.gap ? own : []
    if (line.indent > (own[0]?.indent ?? line.indent)) return []
    own.push(line)
  }
  return own
}

function isTopic(title: string, front: ReadonlySet<string>): boolean {
  const words = title.match(/[\p{L}’'-]+/gu) ?? []
  const isPerson =
    /^\p{Lu}{1,4}$/u.test(title) ||
    (title.includes(" ") && looksLikeName(title)) ||
    words.every((word) => front.has(word))
  return (
    !isPerson &&
    title.split(/\s+/).length <= MOST_WORDS &&
    !SAYS.test(title) &&
    !/^(?:action|decision|agreed|resolved|note|vote|motion)s?\b/i.test(title) &&
    officeLabel(`${title}: x`) === null
  )
}

function parted(line: Line, title: number, length: number, level: number): Line[] {
  const words = trimRich(sliceRich(line.words, 0, title))
  const rest = trimRich(sliceRich(line.words, length))
  const { n, from, to, indent, breaks } = line
  return [
    { ...line, words, whole: words, level, bullet: false, gap: true, topic: true },
    shapeOf({ n, from, to, indent, breaks, gap: true }, rest),
  ]
}
