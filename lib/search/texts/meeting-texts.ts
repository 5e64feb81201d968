import { eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { meetings } from "@/db/schema/meetings"
import { type AgendaNode, getMeetingForReport } from "@/lib/meetings/for-report"
import { sectionOf } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { usualLanguage } from "@/lib/reports/usual-language"
import { type SearchText, textLanguage } from "../model"
import { newestReport } from "./newest-report"
import { numberWords } from "./number-words"
import { reportTexts } from "./report-texts"
import { sectionPassages } from "./section-texts"

/** What can be found of a meeting: for its group the work as it stands, for everyone its newest report. */
export async function meetingTexts(reader: Reader, meetingId: string): Promise<SearchText[]> {
  const [row] = await reader
    .select({ groupId: meetings.groupId })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  if (!row) return []
  const report = await newestReport(reader, meetingId)
  const language = report?.language ?? (await usualLanguage(reader, row.groupId))
  const inside = await workTexts(reader, meetingId, row.groupId, language)
  return report ? [...inside, ...reportTexts(report, row.groupId)] : inside
}

async function workTexts(
  reader: Reader,
  meetingId: string,
  groupId: string,
  language: string,
): Promise<SearchText[]> {
  const meeting = await getMeetingForReport(reader, meetingId)
  const current = await getCurrentText(reader, meetingId)
  const items = flat(meeting.agenda)
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  const base = `/desk/${meeting.group.slug}/meetings/${meeting.number ?? meeting.id}`
  const common = {
    groupId,
    reach: "members" as const,
    also: "",
    number: meeting.number,
    language: textLanguage(language),
    day: meeting.startsAt?.toISOString().slice(0, 10) ?? null,
    area: null,
  }
  const { place, printedNumbers, nextMeetingText, offices, noteTaker, attendance } = meeting
  const people = [...offices, ...(noteTaker ? [noteTaker] : []), ...attendance]
  const head: SearchText = {
    ...common,
    kind: "meeting",
    href: base,
    title: meeting.title,
    words: [place, ...printedNumbers, nextMeetingText].filter(Boolean).join("\n"),
    names: people.map(({ name }) => name),
    also: numberWords(meeting.number, printedNumbers),
  }
  const agenda = items.map(
    ({ id, title, presenter }): SearchText => ({
      ...common,
      kind: "agenda-item",
      href: current ? `${base}/minutes#s-${id}` : `${base}#agenda`,
      title,
      words: presenter,
      names: presenter ? [presenter] : [],
    }),
  )
  const text = current?.text
  const passages = (text?.order ?? []).flatMap((id) => {
    const { content } = text ? sectionOf(text, id) : { content: [] }
    return sectionPassages(content.map((block) => ({ block, anchor: `s-${id}` }))).map(
      ({ kind, words, names }): SearchText => ({
        ...common,
        kind,
        href: `${base}/minutes#s-${id}`,
        title: titles.get(id) ?? "",
        words,
        names,
      }),
    )
  })
  return [head, ...agenda, ...passages]
}

function flat(nodes: readonly AgendaNode[]): AgendaNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)])
}
