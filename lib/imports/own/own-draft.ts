import type { Finding } from "@/lib/check/model"
import { limits } from "@/lib/meetings/model"
import { isZone } from "@/lib/meetings/zones"
import {
  type Block,
  CLOSING,
  emptyText,
  type Inline,
  LIMITS,
  type ListItem,
  type Mark,
  OPENING,
  type PlainBlock,
} from "@/lib/minutes/model"
import type { ReportBlock, ReportInline, ReportPlainBlock } from "@/lib/reports/blocks"
import type { ReportAgendaItem, ReportContent, ReportPerson } from "@/lib/reports/model"
import type { ImportDraft } from "../draft"
import { Fit } from "./fit"

/**
 * The draft of a meeting out of its published version: the same agenda, text, people and facts. Ids are
 * new. How many took part stays behind where the version does not name them. A warning tells of
 * everything that is longer than it may be here, and is cut.
 */
export function draftOfRecord(record: ReportContent): { draft: ImportDraft; findings: Finding[] } {
  const fit = new Fit()
  return { draft: fitted(record, fit), findings: fit.findings }
}

function fitted(record: ReportContent, fit: Fit): ImportDraft {
  const { meeting, attendance } = record
  const rows = [...fit.list(rowsOf(record.agenda, fit), limits.agendaItems)]
  const text = emptyText(rows)
  const ids = new Map(rows.map(({ from, id }) => [from, id]))
  for (const section of record.sections) {
    const id = [OPENING, CLOSING].includes(section.id) ? section.id : ids.get(section.id)
    const content = section.content.map((block) => blockOf(block, fit))
    if (id && content.length > 0) text.sections[id] = { type: "doc", content }
  }
  const { present, regrets, written } =
    attendance.list === "annexed" ? attendance : { present: [], regrets: [], written: [] }
  const officers = [...record.chairs, ...record.hosts, ...record.moderators]
  return {
    number: meeting.number,
    printed: meeting.printed.map((each) => fit.text(each, 40)),
    title: fit.text(meeting.title, limits.title),
    startsAt: meeting.startsAt,
    day: null,
    // Anybody can write such a file: no page can tell a time in a zone that there is not.
    zone: isZone(meeting.zone) ? meeting.zone : "UTC",
    minutes: meeting.minutes !== null && meeting.minutes <= limits.length ? meeting.minutes : null,
    place: fit.text(meeting.place, limits.place),
    hosts: namesOf(record.hosts, fit),
    moderators: namesOf(record.moderators, fit),
    chairs: namesOf(record.chairs, fit),
    noteTaker: record.noteTaker ? fit.text(record.noteTaker.name, limits.title) : null,
    capacities: Object.fromEntries(
      officers.map(({ name, capacity }) => [
        fit.text(name, limits.title),
        fit.text(capacity, limits.capacity),
      ]),
    ),
    list: attendance.list,
    agenda: rows.map(({ from: _, ...row }) => row),
    text,
    present: listed(present, fit),
    regrets: listed(regrets, fit),
    written: listed(written, fit),
    nextMeeting: fit.text(record.nextMeeting, 2000),
    settled: [],
    left: [],
  }
}

type Row = ImportDraft["agenda"][number] & { from: string }

function rowsOf(items: readonly ReportAgendaItem[], fit: Fit, depth = 0): Row[] {
  return items.flatMap(({ id, label, title, coverage, children }) => [
    {
      from: id,
      id: crypto.randomUUID(),
      printed: fit.text(label, 40),
      depth: Math.min(depth, 2),
      title: fit.text(title, limits.agendaTitle).trim() || label,
      presenter: "",
      minutes: null,
      coverage,
    },
    ...rowsOf(children, fit, depth + 1),
  ])
}

function blockOf(block: ReportBlock, fit: Fit): Block {
  const id = crypto.randomUUID()
  switch (block.type) {
    case "statement": {
      const name = fit.text(block.attrs.name, LIMITS.name)
      const capacity = fit.text(block.attrs.capacity, LIMITS.capacity)
      return {
        type: "statement",
        attrs: { id, personId: null, name, capacity },
        content: plain(block.content),
      }
    }
    case "action": {
      const owners = fit
        .list(block.attrs.owners, LIMITS.owners)
        .map((name) => ({ personId: null, name: fit.text(name, LIMITS.name) }))
      return {
        type: "action",
        attrs: { id, owners, due: block.attrs.due },
        content: plain(block.content),
      }
    }
    case "decision":
      return { type: "decision", attrs: { id }, content: plain(block.content) }
    case "question": {
      const { outcome } = block.attrs
      const attrs = { id, outcome: outcome === null ? null : fit.text(outcome, LIMITS.outcome) }
      return { type: "question", attrs, content: plain(block.content) }
    }
    case "blockquote":
      return { type: "blockquote", content: plain(block.content) }
    default:
      return plainBlock(block)
  }
}

const plain = (blocks: readonly ReportPlainBlock[]): PlainBlock[] => blocks.map(plainBlock)

function plainBlock(block: ReportPlainBlock): PlainBlock {
  if (block.type === "paragraph") {
    const content = block.content.map(inline)
    return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }
  }
  const content = block.content.map((item): ListItem => {
    const [first, ...rest] = plain(item.content)
    // An entry that is nothing but a list stands under an empty line, as the editor has it.
    if (first?.type === "paragraph") return { type: "listItem", content: [first, ...rest] }
    return {
      type: "listItem",
      content: [{ type: "paragraph" }, ...(first ? [first] : []), ...rest],
    }
  })
  if (block.type === "bulletList") return { type: "bulletList", content }
  return { type: "orderedList", attrs: { start: block.attrs?.start ?? 1 }, content }
}

function inline(node: ReportInline): Inline {
  if (node.type === "hardBreak") return { type: "hardBreak" }
  const text = node.type === "text" ? node.text : node.attrs.label
  const marks = (node.marks ?? []) as Mark[]
  return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text }
}

const namesOf = (people: readonly ReportPerson[], fit: Fit) =>
  people.map(({ name }) => fit.text(name, limits.title))

function listed(people: readonly ReportPerson[], fit: Fit): ImportDraft["present"] {
  return fit.list(people, limits.attendees).map(({ name, capacity }) => ({
    name: fit.text(name, limits.title),
    capacity: fit.text(capacity, limits.capacity),
    aliases: [],
  }))
}
