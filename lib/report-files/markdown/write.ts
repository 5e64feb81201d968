import { translatorFor } from "@/lib/platform/i18n"
import { reportPath } from "@/lib/reports/addresses"
import type { ReportBlock, ReportListItem, ReportPlainBlock } from "@/lib/reports/blocks"
import type { ReportContent, ReportPerson } from "@/lib/reports/model"
import { type OutlineItem, outline, type PlacedBlock } from "@/lib/reports/outline"
import { personText } from "../report-front"
import { type Published, type Say, wordsLocale } from "../report-setting"
import { saysNothing } from "../report-sheet"
import { frontMatter } from "./front-matter"
import { lineOf, plain, whole } from "./line"

/** Between the facts, the text, what closes it, and the back. */
const RULE = "***"

/**
 * A published version as Markdown: its facts in front as YAML, its text in a form that reads well and
 * that `readMarkdown` reads back whole.
 */
export function writeMarkdown(report: ReportContent, published: Published): string {
  const locale = wordsLocale(report.language)
  const t = translatorFor(locale)
  const { group, meeting, version } = report
  const placed = outline(report)
  const address = published.origin + reportPath(group.slug, meeting.number, version)
  const blocks = [
    frontMatter(report, { ...published, address }),
    `# ${whole(plain(t("report.meeting", { number: meeting.number })))}`,
    ...(meeting.title ? [`__${paragraph(meeting.title)}__`] : []),
    paragraph(group.name),
    ...(report.correction
      ? [notice(t("files.corrects", { version: report.correction.corrects }), report.correction)]
      : []),
    ...(report.withdrawal ? [notice(t("files.withdrawn"), report.withdrawal)] : []),
    RULE,
    ...blocksOf(placed.opening, t),
    ...placed.items.flatMap((item) => itemBlocks(item, 2, t)),
    RULE,
    ...blocksOf(placed.closing, t),
    RULE,
    ...(report.withdrawal ? [] : annex(report, t)),
    `<${address}>`,
  ]
  return `${blocks.filter(Boolean).join("\n\n")}\n`
}

const paragraph = (text: string) => whole(plain(text))

function notice(title: string, { reason, by }: { reason: string; by: ReportPerson }): string {
  return quoted(`__${plain(title)}__ ${plain(`${reason} (${personText(by)})`)}`)
}

function itemBlocks(item: OutlineItem, level: number, t: Say): string[] {
  const title = plain(item.title, true)
  return [
    `${"#".repeat(Math.min(level, 6))} ${item.label}. ${whole(title)}`,
    ...(saysNothing(item) ? [`_${plain(t(`report.covered.${item.coverage}`))}_`] : []),
    ...blocksOf(item.blocks, t),
    ...item.children.flatMap((child) => itemBlocks(child, level + 1, t)),
  ]
}

function blocksOf(placed: readonly PlacedBlock[], t: Say): string[] {
  const blocks = placed.map(({ block }) => block)
  const signs = new Signs()
  return placed.map(({ block, ordinal }, index) => {
    const other = signs.of(block, blocks[index - 1])
    if (isPlain(block)) return plainBlock(block, other)
    if (block.type === "blockquote") return quoted(plainBlocks(block.content))
    return quoted(
      [head(block, ordinal ?? "", t), plainBlocks(block.content), terms(block, t)]
        .filter(Boolean)
        .join("\n\n"),
    )
  })
}

const isPlain = (block: ReportBlock): block is ReportPlainBlock =>
  block.type === "paragraph" || block.type === "bulletList" || block.type === "orderedList"

type Recorded = Extract<ReportBlock, { attrs: { id: string } }>

function head(block: Recorded, ordinal: string, t: Say): string {
  const label = `__${plain(t(`report.block.${block.type}`, { ordinal }))}__`
  if (block.type !== "statement") return label
  const { name, capacity } = block.attrs
  return [
    label,
    ...(name ? [` ${ours(name)}`] : []),
    ...(capacity ? [`, ${whole(plain(capacity))}`] : []),
  ].join("")
}

/** What we say of a block in italics; the tag where the signs would not hold. */
function ours(text: string): string {
  const clear = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(text)
  return clear ? `_${plain(text)}_` : `<em>${plain(text)}</em>`
}

function terms(block: Recorded, t: Say): string {
  const lines: string[] = []
  if (block.type === "action") {
    const { owners, due } = block.attrs
    const label = t("report.owners", { count: owners.length })
    if (owners.length > 0) lines.push(`__${plain(label)}__ ${owners.map(ours).join(", ")}`)
    if (due) lines.push(`__${plain(t("report.due"))}__ ${due}`)
  }
  if (block.type === "question" && block.attrs.outcome !== null)
    lines.push(`__${plain(t("files.outcome"))}__ ${whole(plain(block.attrs.outcome))}`)
  return lines.join("\\\n")
}

const quoted = (text: string) => text.replace(/^/gm, "> ").replace(/[ ]+$/gm, "")

/** Two lists that follow each other need different signs, or they would be one. */
class Signs {
  #other = false
  of(block: ReportBlock, before: ReportBlock | undefined): boolean {
    this.#other = before?.type === block.type && !this.#other
    return this.#other
  }
}

function plainBlocks(blocks: readonly ReportPlainBlock[]): string {
  const signs = new Signs()
  return blocks
    .map((block, index) => plainBlock(block, signs.of(block, blocks[index - 1])))
    .join("\n\n")
}

function plainBlock(block: ReportPlainBlock, other: boolean): string {
  if (block.type === "paragraph") return lineOf(block.content)
  const start = block.type === "bulletList" ? null : (block.attrs?.start ?? 1)
  const sign = (index: number) => {
    if (start === null) return other ? "+ " : "- "
    return `${start + index}${other ? ")" : "."} `
  }
  const loose = block.content.some((item) => item.content.length > 1)
  return block.content.map((item, index) => entry(item, sign(index))).join(loose ? "\n\n" : "\n")
}

function entry(item: ReportListItem, sign: string): string {
  const indent = " ".repeat(sign.length)
  return sign + plainBlocks(item.content).replace(/\n(?=.)/g, `\n${indent}`)
}

function annex({ attendance }: ReportContent, t: Say): string[] {
  if (attendance.list === "on-request")
    return [`## ${t("report.annex.title")}`, plain(t("report.annex.counts", attendance.counts))]
  const lists = [
    [t("report.annex.title"), attendance.present],
    [t("files.regrets"), attendance.regrets],
    [t("files.written"), attendance.written],
  ] as const
  return lists.flatMap(([title, people]) =>
    people.length > 0
      ? [`## ${title}`, people.map((person) => `- ${paragraph(personText(person))}`).join("\n")]
      : [],
  )
}
