import { withBareNumbers } from "../agenda/bare-numbers"
import { withBulletHeads } from "../agenda/bullet-heads"
import { withColonHeads } from "../agenda/colon-heads"
import { withCountedHeads } from "../agenda/counted-heads"
import { withCountedTitles } from "../agenda/counted-titles"
import { withCourteousLines } from "../agenda/courteous-lines"
import { withDenseHeads } from "../agenda/dense-heads"
import { withFencedHeads } from "../agenda/fenced-heads"
import { withInlineAgenda } from "../agenda/inline-agenda"
import { withLazyNumbers, withoutLoneNumbers } from "../agenda/lazy-numbers"
import { withoutNumberedFields } from "../agenda/numbered-forms"
import { withOutlineHeads } from "../agenda/outline-heads"
import { withPrefixedNumbers } from "../agenda/prefixed-numbers"
import { withReportsBelow } from "../agenda/reports-below"
import { withRunInTitles } from "../agenda/run-in-titles"
import { withTimedHeads, withTimedLists } from "../agenda/timed-heads"
import { withTitledEntries } from "../agenda/titled-entries"
import { withTitlesBelow } from "../agenda/titles-below"
import { withWrappedCapitals } from "../agenda/wrapped-capitals"
import { withMinutesTables } from "../decisions/minutes-table"
import { withNameColumns } from "../roll/name-columns"
import { withPeopleColumns } from "../roll/people-columns"
import { withRollCalls } from "../roll/roll-calls"
import { withSpokenHeadings } from "../speech/spoken-headings"
import { withLetteredTasks } from "../tasks/lettered-tasks"
import { withMargins } from "../tasks/margins"
import { withSideActions } from "../tasks/side-actions"
import { readInline, SPACE_IN_HTML } from "../text/inline"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import type { SourceLine } from "../text/source"
import { withBarredRows } from "./barred-rows"
import { withCapitals } from "./capitals"
import { withChatLogs } from "./chat-log"
import { withCues } from "./cues"
import { withDecorated } from "./decorated"
import { withDottedRows } from "./dotted-rows"
import { withGridTables } from "./grid-table"
import { withLeaders } from "./leaders"
import { withPeopleBeside } from "./people-beside"
import { withRuledTables } from "./ruled-tables"
import { withSideLists } from "./side-lists"
import { withoutStamps } from "./stamps"
import { withWikiTables } from "./wiki-tables"

/**
 * The lines that hold something, each taken apart. Emphasis may reach over the lines of a
 * paragraph, so inline marks are read paragraph by paragraph.
 */
export function readLines(source: string, cut: readonly SourceLine[]): Line[] {
  const lines: Line[] = []
  let group: SourceLine[] = []
  let gap = false
  for (const line of cut) {
    if (isBlank(source, line)) {
      flush()
      gap = true
    } else group.push(line)
  }
  flush()
  return STEPS.reduce<Line[]>((read, step) => step(read), lines)

  function flush() {
    const [first] = group
    const last = group.at(-1)
    if (!first || !last) return
    const rich = readInline(source, first.from, last.to)
    let cursor = 0
    for (const [index, line] of group.entries()) {
      const start = cursor
      while (cursor < rich.at.length && (rich.at[cursor] ?? 0) < line.to) cursor += 1
      const text = source.slice(line.from, line.to)
      lines.push(
        shapeOf(
          {
            n: line.n,
            from: line.from,
            to: line.to,
            indent: indentOf(text),
            gap: index === 0 && gap,
            breaks: (text.endsWith("  ") && !text.trimEnd().endsWith("|")) || text.endsWith("\\"),
          },
          sliceRich(rich, start, cursor),
        ),
      )
      const next = group[index + 1]
      while (next && cursor < rich.at.length && (rich.at[cursor] ?? 0) < next.from) cursor += 1
    }
    group = []
    gap = false
  }
}

/** What is read of the lines one after another: logs, tables and lists, then headings and their numbers. */
const STEPS: readonly ((lines: readonly Line[]) => Line[])[] = [
  withCues,
  withoutNumberedFields,
  withLazyNumbers,
  withoutLoneNumbers,
  withFencedHeads,
  withCourteousLines,
  withWikiTables,
  withChatLogs,
  withSpokenHeadings,
  withRuledTables,
  withGridTables,
  withBarredRows,
  withDottedRows,
  withSideActions,
  withMargins,
  withLetteredTasks,
  withRollCalls,
  withPeopleColumns,
  withNameColumns,
  withSideLists,
  withPeopleBeside,
  withLeaders,
  withMinutesTables,
  withDecorated,
  withUnderlines,
  withoutStamps,
  withTimedHeads,
  withTimedLists,
  withRings,
  withOutlineHeads,
  withCountedHeads,
  withTitlesBelow,
  withPrefixedNumbers,
  withWrappedCapitals,
  withBareNumbers,
  withCapitals,
  withInlineAgenda,
  withCountedTitles,
  withRunInTitles,
  withDenseHeads,
  withBulletHeads,
  withColonHeads,
  withReportsBelow,
  withTitledEntries,
]

/** "o Ana will …" in a row of several such lines: the letter stands for a bullet. */
function withRings(lines: readonly Line[]): Line[] {
  const ringed = lines.filter(({ bullet, words }) => !bullet && /^o\s\p{Lu}/u.test(words.text))
  if (ringed.length < 2 || ringed[0]?.gap === false) return [...lines]
  const rings = new Set(ringed)
  return lines.map((line) =>
    rings.has(line) ? { ...line, bullet: true, words: trimRich(sliceRich(line.words, 2)) } : line,
  )
}

const RULE = /^(?:={3,}|-{3,}|~{3,}|\^{3,}|_{3,}|\+{3,}|\*{3,}|#{3,}|\.{5,}|[–—─═━]{3,})$/

/** A line of "=" or "-" right below a short one makes a heading of it, and says nothing itself. */
function withUnderlines(lines: readonly Line[]): Line[] {
  const rules = new Set<Line>()
  const headed = lines.map((line, index): Line => {
    const next = lines[index + 1]
    const mark = next && !next.gap ? RULE.exec(next.whole.text)?.[0] : undefined
    const text = line.whole.text
    const fits = text.length <= 120 && /\p{L}/u.test(text) && !text.startsWith("|")
    const above = lines[index - 1]
    // A title between two such lines belongs to neither paragraph.
    const framed = above?.gap && !line.gap && !line.marker && above.whole.text === mark
    // "Elections" right below a line that is over, above a rule as long as itself.
    const drawn =
      next !== undefined &&
      mark !== undefined &&
      !line.marker &&
      mark.length === next.to - next.from
    const even = drawn && Math.abs(mark.length - (line.to - line.from)) <= 1
    const alone = even && mark.length >= 6 && mark.length <= 60 && !/\S\s{3,}\S/.test(text)
    const stands = line.gap || !above || framed || alone
    if (!next || !mark || !fits || line.bullet || !stands || line.level > 0) return line
    rules.add(next)
    if (framed) rules.add(above)
    return { ...line, level: mark.startsWith("=") ? 1 : 2 }
  })
  return headed.filter((line) => !rules.has(line) || line.level > 0)
}

function isBlank(source: string, line: SourceLine): boolean {
  return source.slice(line.from, line.to).trim() === ""
}

/** Columns before the first character; a tab counts as four. */
function indentOf(text: string): number {
  let indent = 0
  for (const char of text.slice(0, 200).replaceAll(SPACE_IN_HTML, " ")) {
    if (char === "\t") indent += 4
    else if (char === " " || char === "\u00a0") indent += 1
    else break
  }
  return indent
}
