import { joinRich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** "Ana Lind  0:31" on a line of its own: who speaks below it, and where in the recording. */
const SPEAKER =
  /^(\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?:\s[\p{L}\p{M}'’.-]{1,30}){0,4})(?:\s{1,4}|\s?[([])(\d{1,2}:\d{2}(?::\d{2})?)[)\]]?$/u
const LEAST = 4

/** Puts the name of a speaker that stands above what they said in front of it: "Ana Lind: …". */
export function withSpokenHeadings(lines: readonly Line[]): Line[] {
  const heads = new Set(
    lines.filter((line, index) => SPEAKER.test(line.whole.text) && lines[index + 1]?.gap === false),
  )
  if (heads.size < LEAST) return [...lines]
  const turns: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const [head, said] = [lines[i], lines[i + 1]]
    if (!head) break
    const match = heads.has(head) ? SPEAKER.exec(head.whole.text) : null
    if (!match?.[1] || !said) {
      turns.push(head)
      continue
    }
    const name = trimRich(sliceRich(head.whole, 0, match[1].length))
    const rich = joinRich([name, said.whole], [": "])
    const { n, from, indent } = head
    const base = { n, from, to: said.to, indent, gap: true, breaks: said.breaks }
    turns.push({ ...shapeOf(base, rich), front: match[2] ?? "" })
    i += 1
  }
  return turns
}
