import type { CheckContext, Finding, ReportFacts } from "@/lib/check/model"
import { deadLink } from "@/lib/check/rules/dead-link"
import type { FinishedBlock } from "@/lib/imports/read/text/finished"
import { readLinks } from "@/lib/imports/read/text/links"
import { Locator } from "@/lib/imports/read/text/source"
import type { MeetingForReport } from "@/lib/meetings/for-report"
import type { MinutesText } from "../model"
import { lineStarts, type SourceLine, sourceOf } from "./source"

/** A line of minutes as the readers of files know it. */
export function asBlock(
  { part, item, heading, listed, rich }: SourceLine,
  id: number,
): FinishedBlock {
  const kind = heading ? "heading" : listed ? "bullet" : "paragraph"
  const lines = { depth: 0, value: null, marker: null, at: [], understood: false }
  return {
    block: { id, part, item, kind, text: rich.text, marks: rich.marks, ...lines },
    rich,
    under: null,
    head: null,
  }
}

/** The blocks of lines without those that are headings. */
export function belowHeadings(
  lines: readonly SourceLine[],
  blocks: readonly FinishedBlock[],
): FinishedBlock[] {
  return blocks.filter((_, index) => lines[index]?.heading === false)
}

/** Every link of a text: those that are marked, then those that were typed as Markdown writes them. */
export function linksOf(written: readonly FinishedBlock[], locate: Locator): ReportFacts["links"] {
  return [...readLinks(written, locate), ...writtenLinks(written, locate)]
}

/** What the rule of dead links finds in minutes, without a look at anything else; `answers` are by the address as it stands there. */
export function deadLinksIn(
  meeting: MeetingForReport,
  text: MinutesText,
  answers: CheckContext["links"],
): Finding[] {
  const lines = sourceOf(meeting, text)
  const written = belowHeadings(lines, lines.map(asBlock))
  return deadLink({ links: linksOf(written, new Locator(lineStarts(lines))) }, { links: answers })
}

const WRITTEN_LINK = /\[([^[\]\n]{1,200})\]\(([^()\s]{0,400})\)/g

/** Links that were typed as Markdown writes them, and so stand in the text as letters. */
function writtenLinks(blocks: readonly FinishedBlock[], locate: Locator): ReportFacts["links"] {
  return blocks.flatMap(({ rich }) =>
    [...rich.text.matchAll(WRITTEN_LINK)].map(
      ({ index, 0: whole, 1: text = "", 2: href = "" }) => ({
        text,
        href,
        at: locate.span(rich, index, index + whole.length),
      }),
    ),
  )
}
