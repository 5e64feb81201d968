import { printedForms } from "@/lib/imports/read/head/numbers"
import type { PortableReport, ReadItem } from "@/lib/imports/read/model"
import { readBytes } from "@/lib/imports/read-file"
import { type Case, casesIn, type ExpectedItem, type Values } from "./case"
import { type Scores, scoreCase } from "./score"

const nothing: Values = {
  printed: [],
  number: null,
  start: null,
  hosts: [],
  moderators: [],
  agenda: [],
  participants: [],
  regrets: [],
  speakers: [],
  decisions: [],
  actions: [],
  next: null,
  links: [],
}

/** A case with its scores, or with the code of the refusal where its kind of file is not read yet. */
export type Scored = { name: string; scores: Scores } | { name: string; unreadable: string }

/** Reads every case of a folder. A report that is taken for none, or refused, has everything missing. */
export async function scoreFolder(folder: string): Promise<Scored[]> {
  const scored: Scored[] = []
  for (const each of casesIn(folder)) scored.push(await scoreOne(each))
  return scored
}

/** Reads one case and scores it. */
export async function scoreOne({ name, file, bytes, expected }: Case): Promise<Scored> {
  const reading = await readBytes(bytes, file)
  const converts = /\.(?:html?|eml)$/.test(file)
  if ("refused" in reading) {
    const { code } = reading.refused
    if (converts && code !== "no-report") return { name, unreadable: file }
    return { name, scores: scoreCase(expected, nothing) }
  }
  // Nothing was converted: the tags and mail headers were read as if they were the report.
  if (converts && reading.source === new TextDecoder().decode(bytes))
    return { name, unreadable: file }
  const values = reading.kind === "report" ? valuesOf(reading.report) : nothing
  return { name, scores: scoreCase(expected, values) }
}

function valuesOf(report: PortableReport): Values {
  const spoken = report.mentions.filter(({ speaks }) => speaks)
  return {
    printed: printedForms(report.numbers.printed),
    number: report.numbers.canonical?.value ?? null,
    start: startOf(report),
    hosts: report.hosts.map(({ value }) => value),
    moderators: report.moderators.map(({ value }) => value),
    agenda: report.agenda.map(itemOf),
    participants: report.participants.map(({ name }) => name),
    regrets: report.regrets.map(({ name }) => name),
    speakers: spoken.map(({ name }) => name),
    decisions: report.decisions.map(({ text }) => text),
    actions: report.actions.map(({ text, owners, due }) => ({ text, owners, due })),
    next: nextOf(report),
    // A person lists an address once, in however many places it stands.
    links: [...new Set(report.links.map(({ href }) => href))],
  }
}

/** As exact as the report is: an instant where a zone is said, else the day and perhaps the hour. */
function startOf({ start }: PortableReport): string | null {
  if (!start) return null
  const { date, time, zone, instant } = start.value
  if (time === null) return date
  return zone === null ? `${date}T${time}` : instant
}

/** As the start; the hour of a day alone is inferred, and not asked for. */
function nextOf({ nextMeeting }: PortableReport): string | null {
  const when = nextMeeting?.when
  if (!when) return nextMeeting?.startsAt ?? null
  if (when.time === null) return when.date
  return when.zone === null ? `${when.date}T${when.time}` : (nextMeeting?.startsAt ?? null)
}

function itemOf({ title, coverage, children }: ReadItem): ExpectedItem {
  return { title, coverage, children: children.map(itemOf) }
}
