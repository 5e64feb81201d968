import { sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"

/** Who wrote it down and when, as the bot of a channel sets it behind each line: "Roof  (ana, 17:03:05)". */
const STAMP = /\s{0,4}\([^\s(),]{1,30}, \d{1,2}:\d{2}(?::\d{2})?\)$/
const LONGEST = 45
/** The same, where it was wrapped within. */
const BEGUN = /\s{0,4}\([^\s(),]{1,30},$/
const ENDED = /^\d{1,2}:\d{2}(?::\d{2})?\)$/
/** So many lines that it is a bot, and not somebody who was there from 17:00. */
const LEAST = 3

/** Takes such stamps off; each stays with its line, also where it was wrapped to the next. */
export function withoutStamps(lines: readonly Line[]): Line[] {
  const isEnd = (line: Line | undefined) => line !== undefined && ENDED.test(line.whole.text)
  const found = lines.map(({ whole: { text } }, index) => {
    if (isEnd(lines[index]) && BEGUN.test(lines[index - 1]?.whole.text.slice(-LONGEST) ?? ""))
      return text
    const stamp = isEnd(lines[index + 1]) ? BEGUN : STAMP
    return stamp.exec(text.slice(-LONGEST))?.[0] ?? ""
  })
  if (found.filter(Boolean).length < LEAST) return [...lines]
  const rest: Line[] = []
  for (const [index, line] of lines.entries()) {
    const tail = found[index] ?? ""
    const before = rest.at(-1)
    if (tail === "") rest.push(line)
    else if (tail.length < line.whole.text.length) rest.push(without(line, tail))
    else if (before)
      rest[rest.length - 1] = { ...before, stamp: `${before.stamp ?? ""} ${tail}`.trim() }
  }
  return withTopics(rest)
}

/**
 * In the summary of such a bot the entries that stand furthest out are its topics, with what was said below
 * them; the heading right above the first says no more than that.
 */
function withTopics(lines: readonly Line[]): Line[] {
  const stamped = lines.filter(({ bullet, stamp }) => bullet && stamp)
  const outer = Math.min(...stamped.map(({ indent }) => indent))
  const isTopic = (line: Line | undefined, next: Line | undefined) =>
    line?.bullet && line.stamp && line.indent === outer && next?.bullet && next.indent > outer
  const first = lines.findIndex((line, index) => isTopic(line, lines[index + 1]))
  return lines.map((line, index) => {
    if (index === first - 1 && line.level > 0) return { ...line, level: 0 }
    if (!isTopic(line, lines[index + 1])) return line
    return { ...line, level: 3, bullet: false, gap: true, whole: line.words, topic: true }
  })
}

function without(line: Line, tail: string): Line {
  const whole = trimRich(sliceRich(line.whole, 0, line.whole.text.length - tail.length))
  const words = trimRich(sliceRich(line.words, 0, line.words.text.length - tail.length))
  return { ...line, whole, words, stamp: tail.trim() }
}
