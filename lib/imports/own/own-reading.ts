import { countWords } from "@/lib/check/words"
import type { ReportAgendaItem, ReportContent, ReportPerson } from "@/lib/reports/model"
import { LIKELY, type PortableReport, type ReadItem, type ReadParticipant } from "../read/model"

const nowhere = { line: 1, from: 0, to: 0 }

/**
 * What was read in a file that holds the version itself: every value is certain and was not looked for
 * in a text, so that none has a place there.
 */
export function readingOfRecord(
  record: ReportContent,
  file: string,
  source: string,
): PortableReport {
  const { meeting, attendance } = record
  const day = meeting.startsAt.slice(0, 10)
  const people = attendance.list === "annexed" ? attendance : { present: [], regrets: [] }
  const words = countWords(source)
  const named = (all: readonly ReportPerson[]) =>
    all.map(({ name }) => ({ value: name, at: null, how: "read" as const }))
  return {
    schema: 1,
    file,
    title: meeting.title ? { value: meeting.title, at: null, how: "read" } : null,
    numbers: { printed: [], canonical: { value: meeting.number, at: null, how: "read" } },
    starts: [],
    start: {
      value: {
        where: "text",
        date: day,
        time: meeting.startsAt.slice(11, 16),
        zone: "UTC",
        instant: meeting.startsAt,
        weekday: null,
        printed: `${day} ${meeting.startsAt.slice(11, 16)} UTC`,
        at: nowhere,
      },
      at: null,
      how: "read",
    },
    hosts: named(record.hosts),
    moderators: named(record.moderators),
    scribes: named(record.noteTaker ? [record.noteTaker] : []),
    agenda: record.agenda.map(itemOf),
    headings: [],
    sections: [],
    participants: people.present.map(participantOf),
    regrets: people.regrets.map(participantOf),
    participantsHeading: null,
    participantsPromise: null,
    mentions: [],
    decisions: [],
    actions: [],
    nextMeeting: null,
    links: [],
    strays: [],
    aliases: [],
    blocks: [],
    words: { total: words, kept: words },
    likelihood: { score: LIKELY, signs: [] },
  }
}

function itemOf({ label, title, coverage, children }: ReportAgendaItem): ReadItem {
  return {
    label,
    title,
    presenter: null,
    minutes: null,
    coverage,
    coverageHow: "read",
    at: null,
    how: "read",
    children: children.map(itemOf),
  }
}

function participantOf({ name, capacity }: ReportPerson): ReadParticipant {
  return { name, role: null, affiliation: null, capacity, aliases: [], at: nowhere, how: "read" }
}
