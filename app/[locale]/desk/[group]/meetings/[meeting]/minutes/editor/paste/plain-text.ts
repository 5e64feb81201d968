import type { Inline } from "@/lib/minutes/model"
import { addText, type Line, trimEnd } from "./lines"

type Marked = { indent: number; ordered: boolean; number: number; words: string }

/** A line that begins as people begin lines of a list, or null. */
function markedLine(line: string): Marked | null {
  const [, indent = "", mark = "", words = ""] =
    /^([ \t]*)([-*•–]|\d{1,3}[.)])[ \t]+(\S.*)$/.exec(line) ?? []
  if (mark === "") return null
  const ordered = /\d/.test(mark)
  return {
    indent: indent.replaceAll("\t", "    ").length,
    ordered,
    number: ordered ? Number.parseInt(mark, 10) : 0,
    words,
  }
}

type Held = {
  indent: number
  list: number
  ordered: boolean
  next: number
  start: number
  item: number
}

/**
 * The lines of a plain text: a blank line parts paragraphs, "- " and "1." make lists. A number is
 * taken away only where the list says the same: a list begins with it, or goes on with the next.
 */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = []
  let count = 0
  let levels: Held[] = []
  let open: Line | null = null
  const written = text.replace(/\r\n?|[\u2028\u2029\v]/g, "\n").split("\n")
  const marked = written.map(markedLine)
  const items = marked.filter((_, at) => written[at]?.trim() !== "")
  let place = -1
  /** A single number before a line is as likely a date. */
  const isLone = () => !items[place - 1]?.ordered && !items[place + 1]?.ordered
  const path = () =>
    levels.map(({ list, item, ordered, start }) => ({ list, item, ordered, start }))
  for (const [at, line] of written.entries()) {
    if (line.trim() === "") {
      open = null
      continue
    }
    place++
    const item = marked[at]?.ordered && isLone() ? null : marked[at]
    if (!item) {
      const isGoingOn = open !== null && (open.path.length === 0 || /^\s/.test(line))
      if (!isGoingOn) {
        levels = []
        open = { content: [], path: [], quote: null }
        lines.push(open)
      } else open?.content.push({ type: "hardBreak" })
      addText(open?.content ?? [], line, [])
      continue
    }
    levels = levels.filter(({ indent }) => indent <= item.indent)
    const same = levels.at(-1)
    const goesOn =
      same?.indent === item.indent &&
      same.ordered === item.ordered &&
      (!item.ordered || same.next === item.number)
    if (same && goesOn) {
      same.item = count++
      same.next = item.number + 1
    } else {
      if (same?.indent === item.indent) levels.pop()
      levels.push({
        ...{ indent: item.indent, ordered: item.ordered, start: item.ordered ? item.number : 1 },
        ...{ list: count++, item: count++, next: item.number + 1 },
      })
    }
    const content: Inline[] = []
    addText(content, item.words, [])
    open = { content, path: path(), quote: null }
    lines.push(open)
  }
  return lines.map((line) => ({ ...line, content: trimEnd(line.content) }))
}
