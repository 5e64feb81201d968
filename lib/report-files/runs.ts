import { leadsToDesk } from "@/lib/links/desk-address"
import type { ReportInline, ReportMark, ReportPlainBlock } from "@/lib/reports/blocks"
import type { Flow, Run } from "./sheet"

/** A line of a published text as runs. */
export function runsOf(content: readonly ReportInline[]): Run[] {
  return content.map((node) => {
    if (node.type === "hardBreak") return { text: "\n" }
    const text = node.type === "text" ? node.text : node.attrs.label
    return { text, ...looksOf(node.marks ?? []) }
  })
}

function looksOf(marks: readonly ReportMark[]): Omit<Run, "text"> {
  const looks: Omit<Run, "text"> = {}
  for (const mark of marks) {
    if (mark.type === "bold") looks.bold = true
    else if (mark.type === "italic") looks.italic = true
    else if (!leadsToDesk(mark.attrs.href)) looks.href = mark.attrs.href
  }
  return looks
}

/** Paragraphs and lists of a published text. */
export function flowOf(block: ReportPlainBlock): Flow {
  if (block.type === "paragraph") return { kind: "paragraph", runs: runsOf(block.content) }
  return {
    kind: "list",
    start: block.type === "bulletList" ? null : (block.attrs?.start ?? 1),
    items: block.content.map((item) => item.content.map(flowOf)),
  }
}
