import { dayInstant, dayText, momentText } from "@/lib/platform/dates"
import { translatorFor } from "@/lib/platform/i18n"
import { reportPath } from "@/lib/reports/addresses"
import type { ReportBlock } from "@/lib/reports/blocks"
import type { ReportContent } from "@/lib/reports/model"
import { type OutlineItem, outline, type PlacedBlock } from "@/lib/reports/outline"
import { plainWords } from "@/lib/reports/plain-words"
import { backOf } from "./report-back"
import { frontOf } from "./report-front"
import { type Published, type Say, type Setting, wordsLocale } from "./report-setting"
import { flowOf } from "./runs"
import type { Entry, Part, RecordPart, Sheet } from "./sheet"

/** A published version as a document, whole and in reading order. */
export function sheetOfReport(report: ReportContent, published: Published): Sheet {
  const { origin, sha256, entry } = published
  const locale = wordsLocale(report.language)
  const t = translatorFor(locale)
  const { group, meeting, version } = report
  const address = origin + reportPath(group.slug, meeting.number, version)
  const setting: Setting = { ...published, report, t, locale, address }
  const placed = outline(report)
  const head = (words: string, place: string): Part => {
    return { kind: "heading", level: 2, mark: "", words, place, own: true }
  }
  const agenda = placed.items.map((item) => agendaEntry(item, t))
  const brief = briefOf(setting, placed)
  return {
    language: report.language,
    ownLanguage: locale,
    eyebrow: t("report.eyebrow"),
    title: t("report.meeting", { number: meeting.number }),
    named: meeting.title,
    of: group.name,
    on: momentText(new Date(meeting.startsAt), locale),
    parts: [
      ...frontOf(setting),
      ...(agenda.length > 0
        ? [head(t("report.agenda"), "agenda"), { kind: "contents" as const, entries: agenda }]
        : []),
      ...(brief.length > 0
        ? [head(t("report.brief"), "brief"), { kind: "contents" as const, entries: brief }]
        : []),
      ...placed.opening.map((each) => partOf(each, 2, setting)),
      ...placed.items.flatMap((item) => itemParts(item, 0, setting)),
      ...placed.closing.map((each) => partOf(each, 2, setting)),
      ...backOf(setting),
    ],
    running: t("public.running", { group: group.shortName, number: meeting.number, version }),
    address,
    proof: entry
      ? `${t("files.entry", { position: entry.position })} ${entry.hash}`
      : `SHA-256 ${sha256}`,
    publishedAt: report.publishedAt,
    keywords: [group.shortName, group.name],
    page: (page, pages) => t("files.page", { page, pages }),
  }
}

/** An item that stands in the record without text of its own or below it. */
export function saysNothing(
  item: OutlineItem,
): item is OutlineItem & { coverage: "no-update" | "not-reached" | "not-recorded" } {
  return item.coverage !== "discussed" && item.blocks.length === 0 && item.children.length === 0
}

function agendaEntry(item: OutlineItem, t: Say): Entry {
  return {
    mark: item.label,
    words: item.title,
    note: saysNothing(item) ? t(`report.coverage.${item.coverage}`) : "",
    to: item.anchor,
    below: item.children.map((child) => agendaEntry(child, t)),
  }
}

function briefOf({ t, locale }: Setting, placed: ReturnType<typeof outline>): Entry[] {
  const entry = (to: string | null, words: string, note: string): Entry => {
    return { mark: "", words, note, to: to ?? "", below: [] }
  }
  return [
    ...placed.decisions.map(({ block, anchor, ordinal }) =>
      entry(
        anchor,
        plainWords(block.content),
        t("report.block.decision", { ordinal: ordinal ?? "" }),
      ),
    ),
    ...placed.actions.map(({ block, anchor, ordinal }) => {
      const { owners, due } = block.attrs
      const terms = [t("report.block.action", { ordinal: ordinal ?? "" }), ...owners]
      if (due) terms.push(t("report.dueBy", { day: dayText(dayInstant(due), locale) }))
      return entry(anchor, plainWords(block.content), terms.join(", "))
    }),
  ]
}

function itemParts(item: OutlineItem, depth: number, setting: Setting): Part[] {
  const level = Math.min(depth + 2, 5)
  const { label, title, anchor } = item
  return [
    { kind: "heading", level, mark: label, words: title, place: anchor },
    ...(saysNothing(item)
      ? [{ kind: "note" as const, words: setting.t(`report.covered.${item.coverage}`) }]
      : []),
    ...item.blocks.map((each) => partOf(each, level + 1, setting)),
    ...item.children.flatMap((child) => itemParts(child, depth + 1, setting)),
  ]
}

function partOf(
  { block, anchor, mark, ordinal }: PlacedBlock,
  level: number,
  setting: Setting,
): Part {
  const at = { mark, place: anchor ?? "" }
  switch (block.type) {
    case "paragraph":
    case "bulletList":
    case "orderedList":
      return { kind: "flow", ...at, flow: flowOf(block) }
    case "blockquote":
      return { kind: "quote", ...at, flow: block.content.map(flowOf) }
    default:
      return { kind: "record", ...at, level, block: recordOf(block, ordinal ?? "", setting) }
  }
}

type Recorded = Extract<ReportBlock, { type: RecordPart["type"] }>

function recordOf(block: Recorded, ordinal: string, { t, locale }: Setting): RecordPart {
  const { type } = block
  const terms: RecordPart["terms"] = []
  if (type === "action") {
    const { owners, due } = block.attrs
    const label = t("report.owners", { count: owners.length })
    if (owners.length > 0) terms.push({ label, value: owners.join(", ") })
    if (due) terms.push({ label: t("report.due"), value: dayText(dayInstant(due), locale) })
  }
  const { name, capacity } = type === "statement" ? block.attrs : { name: "", capacity: "" }
  return {
    type,
    label: t(`report.block.${type}`, { ordinal }),
    who: type === "statement" ? { name, capacity } : null,
    flow: block.content.map(flowOf),
    outcome: type === "question" ? block.attrs.outcome : null,
    terms,
  }
}
