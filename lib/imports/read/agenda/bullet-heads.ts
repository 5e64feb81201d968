import { looksLikeName } from "../people/names"
import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { isBareTitle } from "./bare-headings"
import { SAYS } from "./titles-in-front"

/** So many bullets that stand alone above paragraphs that they are how this report sets its headings. */
const LEAST = 4
const LEVEL = 3
const LONGEST = 50
const MOST_WORDS = 6

/**
 * Makes headings of bullets that each stand alone above paragraphs or numbers, "• Old Business:", where
 * most with that sign and as far out do. A list has its entries one below the other.
 */
export function withBulletHeads(lines: readonly Line[]): Line[] {
  if (lines.some(({ level }) => level > 0)) return [...lines]
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    if (!line.bullet || line.ticked !== null || line.quote) continue
    const key = `${line.whole.text.charAt(0)}${line.indent}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  const alone = new Set(lines.filter((line, at) => line.gap && lines[at + 1]?.gap && isTitle(line)))
  const followed = new Set(lines.filter((_, at) => !isBullet(lines[at + 1])))
  for (const group of groups.values()) {
    const heads = group.filter((line) => alone.has(line) && followed.has(line))
    if (heads.length < LEAST || heads.length * 5 < group.length * 4) continue
    const people = heads.filter(({ words: { text } }) => text.includes(" ") && looksLikeName(text))
    if (people.length * 2 > heads.length) continue
    const known = new Set(heads)
    return lines.map((line) => (known.has(line) ? headOf(line) : line))
  }
  return [...lines]
}

const isBullet = (line: Line | undefined) => line === undefined || line.bullet

function isTitle({ marker, words: { text } }: Line): boolean {
  if (marker || text.length > LONGEST || text.split(/\s+/).length > MOST_WORDS) return false
  return /^\p{Lu}/u.test(text) && !/[.!?;,]$|:\s+\S|@|https?:/.test(text) && !SAYS.test(text)
}

function headOf(line: Line): Line {
  const { text } = line.words
  const words = trimRich(sliceRich(line.words, 0, text.length - (text.endsWith(":") ? 1 : 0)))
  // "• Roll Call" and "• To Do:" stand among the items, whatever they announce elsewhere.
  return { ...line, words, whole: line.words, level: LEVEL, bullet: false, topic: true }
}

/** "* Engine shed" above text: bullets that each stand alone, where the outermost are all set so. */
export function bulletHeadings(lines: readonly Line[]): Line[] {
  const bullets = lines.filter((line) => line.bullet && line.ticked === null && !line.quote)
  const outer = bullets.reduce((least, { indent }) => Math.min(least, indent), 1_000)
  const tops = new Set(bullets.filter(({ indent }) => indent === outer))
  const heads = lines.filter((line, index) => {
    const next = lines[index + 1]
    const title = isBareTitle({ ...line, bullet: false, marker: null })
    if (!tops.has(line) || !title || !next || next.bullet) return false
    // "• Roof" right above a paragraph that begins anew.
    const paragraph = next.words.text.length >= 50 && line.words.text.length < 50
    return next.gap || (paragraph && /^\p{Lu}/u.test(next.words.text))
  })
  return heads.length * 5 >= tops.size * 4 ? heads : []
}
