import { z } from "zod"
import { coverages, limits, participantLists } from "@/lib/meetings/model"
import { minutesText } from "@/lib/minutes/input"
import { CLOSING, emptyText, OPENING } from "@/lib/minutes/model"
import { docOfBlocks } from "./draft-text"
import type { ReadItem, ReadParticipant, ReadReport } from "./read/model"

const words = (most: number) => z.string().max(most)

const listed = z.object({
  name: z.string().min(1).max(limits.title),
  capacity: words(limits.capacity),
  /** Other names that the file itself gives to the same person. */
  aliases: z.array(words(limits.title)).default([]),
})

/** What a file becomes when it is saved: everything in it can be corrected before. */
export const importDraft = z.object({
  number: z.int().min(1).max(limits.number).nullable(),
  printed: z.array(words(40)),
  title: words(limits.title),
  startsAt: z.iso.datetime().nullable(),
  zone: z.string().min(1),
  hosts: z.array(words(limits.title)),
  moderators: z.array(words(limits.title)),
  list: z.enum(participantLists),
  agenda: z.array(
    z.object({
      id: z.uuid(),
      depth: z.int().min(0).max(2),
      title: z.string().trim().min(1).max(limits.agendaTitle),
      presenter: words(limits.presenter),
      minutes: z.int().min(1).max(limits.itemLength).nullable(),
      coverage: z.enum(coverages),
    }),
  ),
  text: minutesText,
  present: z.array(listed).max(limits.attendees),
  regrets: z.array(listed).max(limits.attendees),
  nextMeeting: words(2000),
  /** Findings that somebody has answered, by their place in the list. */
  settled: z.array(z.int().min(0)),
})

export type ImportDraft = z.infer<typeof importDraft>
export type DraftPerson = ImportDraft["present"][number]

/**
 * The draft that a reading suggests. What a value was read from whole is in that value: the heading of
 * an item in its title, "nothing to report" in its coverage. Everything else stays as text, in its place.
 */
export function draftOf(report: ReadReport): ImportDraft {
  const rows = rowsOf(report.agenda)
  const text = emptyText(rows)
  const placeOf = new Map(rows.map(({ label, id }) => [label, id]))
  const sections = new Map<string, ReadReport["blocks"]>()
  for (const block of report.blocks) {
    const row = rows.find(({ label }) => label === block.item)
    if (block.understood || (row && repeats(block, row))) continue
    const before = block.part === "title" || block.part === "opening" || block.part === "agenda"
    const id = (block.item && placeOf.get(block.item)) || (before ? OPENING : CLOSING)
    sections.set(id, [...(sections.get(id) ?? []), block])
  }
  for (const [id, blocks] of sections) text.sections[id] = docOfBlocks(blocks, report)
  const start = report.start?.value
  return {
    number: report.numbers.canonical?.value ?? null,
    printed: [...new Set(report.numbers.printed.map(({ printed }) => printed))],
    title: "",
    startsAt: start?.instant ?? null,
    zone: "UTC",
    hosts: report.hosts.map(({ value }) => value),
    moderators: report.moderators.map(({ value }) => value),
    list:
      report.participants.length === 0 && report.participantsPromise?.says === "on-request"
        ? "on-request"
        : "annexed",
    agenda: rows.map(({ label: _, ...row }) => row),
    text,
    present: report.participants.map(listedPerson),
    regrets: report.regrets.map(listedPerson),
    nextMeeting: report.nextMeeting?.text ?? "",
    settled: [],
  }
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")

/** Whether a block says no more than the item's title, or than that there was nothing to say. */
function repeats(block: ReadReport["blocks"][number], row: Row): boolean {
  if (block.kind === "heading") return bare(block.text) === bare(row.title)
  return row.coverage === "no-update" && block.text.split(/\s+/).length <= shortNotice
}

/** "N/A", "Nothing further to report.": more words than this say something. */
const shortNotice = 5

type Row = ImportDraft["agenda"][number] & { label: string }

function rowsOf(items: readonly ReadItem[], depth = 0): Row[] {
  return items.flatMap(({ label, title, presenter, minutes, coverage, children }) => [
    {
      id: crypto.randomUUID(),
      label,
      depth,
      title: title.trim().slice(0, limits.agendaTitle) || label,
      presenter: presenter?.slice(0, limits.presenter) ?? "",
      minutes: minutes && minutes <= limits.itemLength ? minutes : null,
      coverage,
    },
    ...rowsOf(children, Math.min(depth + 1, 2)),
  ])
}

function listedPerson({ name, role, affiliation, aliases }: ReadParticipant): DraftPerson {
  const capacity = [role, affiliation].filter(Boolean).join(", ").slice(0, limits.capacity)
  return {
    name: name.slice(0, limits.title),
    capacity,
    aliases: aliases.map((alias) => alias.slice(0, limits.title)),
  }
}
