import { reportPath } from "@/lib/reports/addresses"
import type { ReportContent } from "@/lib/reports/model"
import { type OutlineItem, outline } from "@/lib/reports/outline"
import { type SearchText, textLanguage } from "../model"
import { numberWords } from "./number-words"
import { sectionPassages } from "./section-texts"

/** What everybody can find of a published report: what its page shows, each passage at its address. */
export function reportTexts(report: ReportContent, groupId: string): SearchText[] {
  const { meeting, chairs, hosts, moderators, noteTaker, attendance } = report
  const { opening, items, closing } = outline(report)
  const path = reportPath(report.group.slug, meeting.number)
  const common = {
    groupId,
    reach: "public" as const,
    also: "",
    number: meeting.number,
    language: textLanguage(report.language),
    day: meeting.startsAt.slice(0, 10),
    area: null,
  }
  const listed =
    attendance.list === "annexed"
      ? [...attendance.present, ...attendance.regrets, ...attendance.written]
      : []
  const people = [...chairs, ...hosts, ...moderators, ...(noteTaker ? [noteTaker] : []), ...listed]
  const head: SearchText = {
    ...common,
    kind: "report",
    href: path,
    title: meeting.title,
    words: [meeting.place, ...meeting.printed, report.nextMeeting].filter(Boolean).join("\n"),
    names: people.map(({ name }) => name),
    also: numberWords(meeting.number, meeting.printed),
  }
  const passages = (blocks: typeof opening, title: string) =>
    sectionPassages(blocks).map(
      ({ kind, anchor, words, names }): SearchText => ({
        ...common,
        kind,
        href: anchor ? `${path}#${anchor}` : path,
        title,
        words,
        names,
      }),
    )
  const ofItem = (item: OutlineItem): SearchText[] => [
    {
      ...common,
      kind: "agenda-item",
      href: `${path}#${item.anchor}`,
      title: item.title,
      words: "",
      names: [],
    },
    ...passages(item.blocks, item.title),
    ...item.children.flatMap(ofItem),
  ]
  return [head, ...passages(opening, ""), ...items.flatMap(ofItem), ...passages(closing, "")]
}
