import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { wordsInFront } from "./outline-heads"
import { SAYS } from "./titles-in-front"

/** What gathers the reports of several: "Committee reports", "Project updates". */
const GATHERS =
  /\b(?:(?:sub-?)?committees?|working groups?|teams?|projects?|chapters?|officers?|member)\b.{0,30}\b(?:reports?|updates?)$/i
const FRONT = /^(\p{Lu}[^:.;!?]{2,60}):\s+(?=\S)/u
const LEAST = 2

/**
 * "- Nominations: two candidates have come forward" below the heading "Committee reports": each entry
 * begins with what it is on, so that those are items. All of them have to, and none with a person.
 */
export function withReportsBelow(lines: readonly Line[]): Line[] {
  const parts = new Map<Line, Line[]>()
  const first = lines.findIndex(isHead)
  if (first < 0) return [...lines]
  const front = wordsInFront(lines.slice(0, first))
  for (const [index, head] of lines.entries()) {
    if (!isHead(head)) continue
    const own: Line[] = []
    for (let at = index + 1; at < lines.length; at++) {
      const line = lines[at] as Line
      if (line.level > 0 || !isEntry(line)) break
      own.push(line)
    }
    const titles = own.map((line) => FRONT.exec(line.words.text.slice(0, 80))?.[1] ?? "")
    if (own.length < LEAST || !titles.every((title) => isTopic(title, front))) continue
    for (const [at, line] of own.entries())
      parts.set(line, parted(line, (titles[at] ?? "").length, head.level + 1))
  }
  return parts.size === 0 ? [...lines] : lines.flatMap((line) => parts.get(line) ?? [line])
}

const isEntry = ({ bullet, marker, ticked, task }: Line) =>
  ticked === null && !task && (bullet || marker?.form === "number")

const isHead = ({ level, words: { text } }: Line) => level > 0 && GATHERS.test(text.slice(0, 80))

/** "JT" has the floor, and so has "Ana" where she stands in front of everything. */
function isTopic(title: string, front: ReadonlySet<string>): boolean {
  const words = title.match(/\p{Lu}[\p{L}’'-]*/gu) ?? []
  const isPerson = /^\p{Lu}{1,4}$/u.test(title) || words.every((word) => front.has(word))
  return title !== "" && !isPerson && !SAYS.test(title)
}

function parted(line: Line, length: number, level: number): Line[] {
  const words = trimRich(sliceRich(line.words, 0, length))
  const rest = trimRich(sliceRich(line.words, length + 1))
  const { n, from, to, indent, breaks } = line
  return [
    { ...line, words, whole: words, level, bullet: false, marker: null, gap: true, topic: true },
    shapeOf({ n, from, to, indent, breaks, gap: true }, rest),
  ]
}
