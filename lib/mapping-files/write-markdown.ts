import { activityText } from "@/lib/mapping/cells/cell-text"
import type { Activity } from "@/lib/mapping/model"
import type { SheetRow } from "@/lib/mapping/sheet/model"
import { wordsOf } from "@/lib/mapping/sheet/texts"
import type { PlainBlock } from "@/lib/minutes/model"
import { translatorFor } from "@/lib/platform/i18n"
import { lineOf, plain, whole } from "@/lib/report-files/markdown/line"
import { headOf, type TableSheet } from "./table-sheet"

/** A mapping as Markdown: an area is a heading, and so is each of its rows. */
export function writeMarkdown(sheet: TableSheet): string {
  const { locale, group, mandate, on, goal, rule, note, address, proof } = sheet
  const t = translatorFor(locale)
  const said = [
    `# ${plain(mandate.title, true)}`,
    `${plain(group.name)} · ${plain(mandate.symbol)} · ${plain(on)}`,
    ...(goal ? [`**${t("mapping.sheets.document.goal")}:** ${paragraph(goal)}`] : []),
    ...(rule ? [`**${t("mapping.sheets.document.rule")}:** ${paragraph(rule)}`] : []),
    ...(note ? [`**${t("mapping.sheets.document.note")}:** ${paragraph(note)}`] : []),
    ...sheet.areas.flatMap(({ slug, title }) => areaOf(sheet, slug, title)),
    ...annexOf(sheet),
    ...(address ? [`<${address}>`] : []),
    ...(proof ? [plain(proof)] : []),
  ]
  return `${said.join("\n\n")}\n`
}

function areaOf(sheet: TableSheet, slug: string, title: string): string[] {
  const t = translatorFor(sheet.locale)
  const rows = sheet.rows.filter(({ area }) => area === slug)
  if (rows.length === 0)
    return [`## ${plain(title, true)}`, `*${t("mapping.sheets.document.none")}*`]
  return [`## ${plain(title, true)}`, ...rows.flatMap((row) => rowOf(sheet, row))]
}

function rowOf(sheet: TableSheet, { texts, activities, synergies }: SheetRow): string[] {
  const t = translatorFor(sheet.locale)
  const label = (column: keyof typeof texts) => `**${headOf(column, sheet.locale)}:**`
  const scope = texts.reason
    ? t("mapping.sheets.document.scopeWhy", { scope: texts.scope, reason: texts.reason })
    : texts.scope
  const facts = [
    [label("scope"), scope],
    [label("responsible"), sheet.columns.includes("responsible") ? texts.responsible : ""],
    [label("status"), texts.status],
    [label("confirmed"), texts.confirmed],
  ].filter(([, words]) => words)
  return [
    `### ${t("mapping.sheets.document.row", { number: texts.number })}`,
    ...(texts.suggests ? [paragraph(texts.suggests)] : []),
    ...(texts.citation ? [`${label("citation")} ${plain(texts.citation)}`] : []),
    ...(activities.length > 0
      ? [label("activities"), activities.map((one) => activityOf(one, sheet)).join("\n")]
      : []),
    ...(synergies.length > 0 ? [label("synergies"), blocks(synergies)] : []),
    facts.map(([name, words = ""]) => `${name} ${paragraph(words)}`).join("\\\n"),
  ]
}

function activityOf(activity: Activity, { locale }: TableSheet): string {
  const { title, link } = activity
  const [, ...parts] = activityText(
    { ...activity, link: "", title: "-" },
    wordsOf(locale).kind,
  ).split(" | ")
  const words = link
    ? `[${oneLine(title)}](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)`
    : oneLine(title)
  return `- ${words}${parts.length > 0 ? ` (${parts.map(oneLine).join("; ")})` : ""}`
}

function annexOf(sheet: TableSheet): string[] {
  const t = translatorFor(sheet.locale)
  if (sheet.annex.length === 0) return []
  const entries = sheet.annex.map(({ row, edition, activity }) => {
    const from = t("mapping.sheets.document.annexOf", { row, edition })
    return `${activityOf(activity, sheet)} — ${from}`
  })
  return [`## ${t("mapping.sheets.document.annex")}`, entries.join("\n")]
}

const oneLine = (text: string) => whole(plain(text.replace(/\s+/g, " ").trim()))
const paragraph = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => whole(plain(line.trim())))
    .join("\\\n")

/** Rich text as the Markdown that its words in a spreadsheet already are, with the signs of its lists. */
function blocks(content: readonly PlainBlock[], indent = ""): string {
  return content
    .map((block) => {
      if (block.type === "paragraph") return `${indent}${inline(block)}`
      return block.content
        .map((item, at) => {
          const sign = block.type === "bulletList" ? "- " : `${block.attrs.start + at}. `
          const [first, ...rest] = item.content
          const below = rest.length > 0 ? `\n${blocks(rest, `${indent}   `)}` : ""
          return `${indent}${sign}${inline(first)}${below}`
        })
        .join("\n")
    })
    .filter((text) => text.trim() !== "")
    .join("\n\n")
}

const inline = ({ content = [] }: Extract<PlainBlock, { type: "paragraph" }>) => lineOf(content)
