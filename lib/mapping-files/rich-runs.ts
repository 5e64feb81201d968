import { activityText } from "@/lib/mapping/cells/cell-text"
import type { Activity, ActivityKind } from "@/lib/mapping/model"
import type { Inline, PlainBlock } from "@/lib/minutes/model"
import type { Run } from "@/lib/report-files/sheet"

/** Rich text as runs, a line for each paragraph and each entry of a list, with the sign before it. */
export function runsOfBlocks(blocks: readonly PlainBlock[]): Run[] {
  return linesOf(blocks)
    .filter((line) => line.some(({ text }) => text.trim() !== ""))
    .flatMap((line, at) => (at > 0 ? [{ text: "\n" }, ...line] : line))
}

function linesOf(blocks: readonly PlainBlock[]): Run[][] {
  return blocks.flatMap((block): Run[][] => {
    if (block.type === "paragraph") return [(block.content ?? []).map(runOf)]
    return block.content.flatMap((item, at) => {
      const sign = block.type === "bulletList" ? "• " : `${block.attrs.start + at}. `
      const [first = [], ...rest] = linesOf(item.content)
      return [[{ text: sign }, ...first], ...rest.map((line) => [{ text: "  " }, ...line])]
    })
  })
}

function runOf(node: Inline): Run {
  if (node.type === "hardBreak") return { text: "\n" }
  const run: Run = { text: node.type === "text" ? node.text : `@${node.attrs.label}` }
  for (const mark of node.marks ?? []) {
    if (mark.type === "bold") run.bold = true
    else if (mark.type === "italic") run.italic = true
    else run.href = mark.attrs.href
  }
  return run
}

/** Activities as runs, a line for each; the address of one leads where it says. */
export function runsOfActivities(
  activities: readonly Activity[],
  kinds: Record<ActivityKind, string>,
): Run[] {
  return activities.flatMap((activity, at) => {
    const { link } = activity
    const text = activityText(activity, kinds).replace(/\s*\n\s*/g, " ")
    const words = link ? text.slice(0, text.length - link.length) : text
    const runs: Run[] = [{ text: words }, ...(link ? [{ text: link, href: link }] : [])]
    return at > 0 ? [{ text: "\n" }, ...runs] : runs
  })
}
